type Value = unknown;
/** What is wrong with a value, for whoever writes clients; undefined: nothing. */
type Check = (value: Value, name: string) => string | undefined;

const isObject = (value: Value): value is Readonly<Record<string, Value>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const text: Check = (value, name) => (typeof value === 'string' ? undefined : `${name} has to be a string`);
const flag: Check = (value, name) => (typeof value === 'boolean' ? undefined : `${name} has to be true or false`);
const count: Check = (value, name) =>
  Number.isSafeInteger(value) && (value as number) >= 0 ? undefined : `${name} has to be an integer from 0 on`;
const id: Check = (value, name) =>
  typeof value === 'string' || Number.isSafeInteger(value) ? undefined : `${name} has to be a string or an integer`;

function object(fields: Readonly<Record<string, Check>>): Check {
  return (value, name) => {
    if (!isObject(value)) return `${name} has to be an object`;
    for (const [field, check] of Object.entries(fields)) {
      const wrong = check(own(value, field), name === 'params' ? field : `${name}.${field}`);
      if (wrong !== undefined) return wrong;
    }
    return undefined;
  };
}

function listOf(check: Check): Check {
  return (value, name) => {
    if (!Array.isArray(value)) return `${name} has to be a list`;
    return value.map((item, index) => check(item, `${name}[${index}]`)).find((wrong) => wrong !== undefined);
  };
}

function optional(check: Check): Check {
  return (value, name) => (value === undefined || value === null ? undefined : check(value, name));
}

const position = object({ line: count, character: count });
const range = object({ start: position, end: position });
const textDocument = object({ uri: text });
const opened = object({ uri: text, languageId: text, text });
const change = object({ text, range: optional(range) });

/** An empty one would be taken for the root of all files. */
const folderUri: Check = (value, name) =>
  text(value, name) ?? (value === '' ? `${name} has to name a folder` : undefined);
const folders = listOf(object({ uri: folderUri }));

const ofDocument = object({ textDocument });
const ofPlace = object({ textDocument, position });

/** By the names of the protocol, and of podlint's own requests: what it needs to have to be answered. */
const byMethod: ReadonlyMap<string, Check> = new Map([
  ['initialize', object({ capabilities: object({}), rootUri: optional(text), workspaceFolders: optional(folders) })],
  ['$/cancelRequest', object({ id })],
  ['$/setTrace', object({ value: text })],
  ['$/progress', object({ token: id })],
  ['window/workDoneProgress/cancel', object({ token: id })],
  ['textDocument/didOpen', object({ textDocument: opened })],
  ['textDocument/didChange', object({ textDocument, contentChanges: listOf(change) })],
  ['textDocument/didSave', ofDocument],
  ['textDocument/didClose', ofDocument],
  ['textDocument/hover', ofPlace],
  ['textDocument/completion', ofPlace],
  ['textDocument/definition', ofPlace],
  ['textDocument/documentHighlight', ofPlace],
  ['textDocument/prepareRename', ofPlace],
  ['textDocument/references', object({ textDocument, position, context: object({ includeDeclaration: flag }) })],
  ['textDocument/rename', object({ textDocument, position, newName: text })],
  ['textDocument/codeAction', object({ textDocument, range, context: object({ only: optional(listOf(text)) }) })],
  ['textDocument/codeLens', ofDocument],
  ['textDocument/diagnostic', ofDocument],
  ['workspace/diagnostic', object({ previousResultIds: listOf(object({ uri: text, value: text })) })],
  ['textDocument/documentLink', ofDocument],
  ['textDocument/documentSymbol', ofDocument],
  ['textDocument/foldingRange', ofDocument],
  ['textDocument/inlayHint', object({ textDocument, range })],
  ['textDocument/selectionRange', object({ textDocument, positions: listOf(position) })],
  ['workspace/symbol', object({ query: text })],
  ['workspace/didChangeConfiguration', object({})],
  ['workspace/didChangeWatchedFiles', object({ changes: listOf(object({ uri: text })) })],
  ['workspace/didChangeWorkspaceFolders', object({ event: object({ added: folders, removed: folders }) })],
  ['completionItem/resolve', object({ label: text })],
  ['codeAction/resolve', object({ title: text, data: object({ uri: text }) })],
  ['workspace/executeCommand', object({ command: text, arguments: optional(listOf(() => undefined)) })],
  ['podlint/status', ofDocument],
  ['podlint/text', ofDocument],
  ['podlint/build', object({ textDocument, root: optional(text) })],
  ['podlint/effectiveSource', ofDocument],
  ['podlint/effective', object({ textDocument, position: optional(position) })],
  ['podlint/references', ofDocument],
  ['podlint/hidingPlaces', object({ uri: text, code: text, position })],
  ['podlint/timeline', object({ textDocument, position: optional(position) })],
  ['podlint/life', object({ textDocument, position: optional(position), scenario: optional(text) })],
]);

/** Why the params of a message cannot be read; undefined where they can, or where podlint does not know the method. */
export function paramsProblem(method: string, params: Value): string | undefined {
  return byMethod.get(method)?.(params, 'params');
}
import { own } from '@podlint/plain';
