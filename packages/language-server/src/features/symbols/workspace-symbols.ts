import type { SymbolKind, WorkspaceSymbol } from 'vscode-languageserver-types';
import type { WorkspaceView } from '../../service/file-view.js';

/** A list that one looks through; who wants more types more. */
const most = 500;
/** As in the outline of a file. */
const objectKind: SymbolKind = 5;

/** The objects of the workspace whose kind or name has the letters of a query, in their order. */
export function workspaceSymbols(query: string, workspace: WorkspaceView): WorkspaceSymbol[] {
  const wanted = Array.from(query.toLowerCase().replaceAll(/\s+/g, ''));
  const found: WorkspaceSymbol[] = [];
  for (const { uri, parts } of workspace.files())
    for (const { documents, by } of parts)
      for (const { kind, name, namespace, line } of documents) {
        if (kind === undefined || name === undefined || !has(`${kind} ${name}`.toLowerCase(), wanted)) continue;
        const start = { line: line - 1 + by.lines, character: 0 };
        found.push({
          name: `${kind} ${name}`,
          kind: objectKind,
          location: { uri, range: { start, end: start } },
          ...(namespace !== undefined && { containerName: namespace }),
        });
        if (found.length >= most) return found;
      }
  return found;
}

function has(text: string, wanted: readonly string[]): boolean {
  let from = 0;
  return wanted.every((letter) => {
    const at = text.indexOf(letter, from);
    from = at + 1;
    return at >= 0;
  });
}
