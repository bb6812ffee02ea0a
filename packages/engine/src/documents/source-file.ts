/**
 * What another file names this one for: a kustomization as a patch, a test of kuttl or Chainsaw as something to compare
 * with, a test of Chainsaw as something to apply once it has filled it in. It need not be marked where that other file is
 * one of the same run.
 */
export type FileRole = 'kustomize patch' | 'test assertion' | 'test resource';

/** A file of the run; `skipped` stands in for the text of one that could not be read. */
export type SourceFile =
  | { readonly path: string; readonly text: string; readonly role?: FileRole | undefined }
  | { readonly path: string; readonly skipped: string };
