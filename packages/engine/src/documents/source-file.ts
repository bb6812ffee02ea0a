/**
 * A file that a kustomization names as a patch; it need not be marked where the kustomization is a file of the same
 * run.
 */
export type FileRole = 'kustomize patch';

/** A file of the run; `skipped` stands in for the text of one that could not be read. */
export type SourceFile =
  | { readonly path: string; readonly text: string; readonly role?: FileRole | undefined }
  | { readonly path: string; readonly skipped: string };
