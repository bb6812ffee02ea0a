import type { BaseLanguageClient } from 'vscode-languageclient';
import type * as vscode from 'vscode';

interface Picture {
  readonly heading: string;
  readonly svg: string;
  /** Of a timeline: a part of a page, for a pane of any width. */
  readonly html?: string;
  readonly text: string;
}

/** Why a line is there that nobody wrote. */
export interface Reason {
  /** From 0. */
  readonly line: number;
  readonly why: string;
}

interface Life extends Picture {
  /** What one may ask of this Pod. */
  readonly scenarios: readonly { readonly title: string; readonly text: string }[];
}

/** What the server says of a scenario that it cannot read. */
interface Problem {
  readonly problem: string;
}

/** Requests whose answer is a picture. */
export type PictureRequest = 'podlint/timeline' | 'podlint/references' | 'podlint/life';

/** What the server answers beyond the protocol of language servers; null for a document without manifests. */
interface Answers {
  'podlint/effectiveSource': { readonly text: string; readonly reasons: readonly Reason[] };
  /** `roots`: the kustomizations that take the document in. */
  'podlint/build': { readonly text: string; readonly roots: readonly string[] };
  'podlint/timeline': Picture;
  'podlint/references': Picture;
  'podlint/life': Life | Problem;
  'podlint/status': {
    readonly text: string;
    readonly tooltip: string;
    readonly verdict: 'accepted' | 'rejected' | 'unchecked';
  };
}

/** What is asked beside the document. */
export interface Question {
  readonly position?: vscode.Position | undefined;
  /** Of a life: what the containers do. */
  readonly scenario?: string | undefined;
  /** Of a build: by which kustomization, as its folder is called. */
  readonly root?: string | undefined;
}

/** Asks about a document, at a position where it matters. */
export async function ask<Request extends keyof Answers>(
  client: BaseLanguageClient,
  request: Request,
  uri: vscode.Uri,
  { position, scenario, root }: Question = {},
): Promise<Answers[Request] | null> {
  const textDocument = { uri: client.code2ProtocolConverter.asUri(uri) };
  return client.sendRequest<Answers[Request] | null>(request, {
    textDocument,
    ...(position && { position: { line: position.line, character: position.character } }),
    ...(scenario !== undefined && { scenario }),
    ...(root !== undefined && { root }),
  });
}
