import { URI } from 'vscode-uri';

/** What a file is called in reports: its absolute path with forward slashes, or the URI of what is no file. */
export function pathOf(uri: string): string {
  const parsed = URI.parse(uri);
  return parsed.scheme === 'file' ? parsed.fsPath.replaceAll('\\', '/') : uri;
}

export function uriOf(path: string): string {
  return /^(?:\/|[A-Za-z]:\/)/.test(path) ? URI.file(path).toString() : path;
}
