import type { BaseLanguageClient } from 'vscode-languageclient';
import type * as vscode from 'vscode';

interface Picture {
  readonly heading: string;
  readonly svg: string;
  readonly text: string;
}

/** Requests whose answer is a picture. */
export type PictureRequest = 'podlint/timeline' | 'podlint/references';

/** What the server answers beyond the protocol of language servers; null for a document without manifests. */
interface Answers {
  'podlint/effective': { readonly text: string };
  'podlint/effectiveSource': { readonly text: string };
  'podlint/timeline': Picture;
  'podlint/references': Picture;
  'podlint/status': {
    readonly text: string;
    readonly tooltip: string;
    readonly verdict: 'accepted' | 'rejected' | 'unchecked';
  };
}

/** Asks about a document, at a position where it matters. */
export async function ask<Request extends keyof Answers>(
  client: BaseLanguageClient,
  request: Request,
  uri: vscode.Uri,
  position?: vscode.Position,
): Promise<Answers[Request] | null> {
  const textDocument = { uri: client.code2ProtocolConverter.asUri(uri) };
  return client.sendRequest<Answers[Request] | null>(request, {
    textDocument,
    ...(position && { position: { line: position.line, character: position.character } }),
  });
}
