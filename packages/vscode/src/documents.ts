import * as vscode from 'vscode';

/**
 * Where people write: files, new files that have no name yet, and repositories and remote machines seen through a page.
 * What only shows another version of a file, as both sides of a diff of Git do, is not checked.
 */
const schemes: readonly string[] = ['file', 'untitled', 'vscode-vfs', 'vscode-remote', 'vscode-test-web'];

/** Which of these are manifests is decided by what is in them. */
const languages: readonly string[] = ['yaml', 'json', 'jsonc'];

export const documentSelector = schemes.flatMap((scheme) => languages.map((language) => ({ scheme, language })));

export function isServed(document: vscode.TextDocument): boolean {
  return vscode.languages.match(documentSelector, document) > 0;
}

/** The document that a command is about: the one in the active editor, or the one that the command was called with. */
export function documentFor(uri: string | undefined): vscode.Uri | undefined {
  if (uri !== undefined) return vscode.Uri.parse(uri);
  const document = vscode.window.activeTextEditor?.document;
  return document && isServed(document) ? document.uri : undefined;
}
