import { expressionProposals, type ProposedName } from '@podlint/policy/assist';
import type { CompletionItem, CompletionItemKind, CompletionList, Range } from 'vscode-languageserver-types';
import type { FileView, WorkspaceView } from '../../service/file-view.js';
import { insertion, type ClientAbilities } from '../completion/snippet.js';
import { expressionAt } from './expression-at.js';
import { aboutName } from './words.js';

/** As the protocol counts them (CompletionItemKind). */
const kinds = {
  function: 3,
  field: 5,
  variable: 6,
  type: 7,
  macro: 14,
  constant: 21,
} as const satisfies Readonly<Record<ProposedName['sort'], CompletionItemKind>>;

/** Fields and variables come before what can be called. */
const order: readonly ProposedName['sort'][] = ['variable', 'field', 'type', 'macro', 'function', 'constant'];

/** What can be written in an expression; undefined where there is none. */
export function completeExpression(
  file: FileView,
  offset: number,
  workspace: WorkspaceView,
  client: ClientAbilities,
): CompletionList | undefined {
  const found = expressionAt(file, offset, workspace);
  if (!found) return undefined;
  const proposals = expressionProposals(found.before, found.scopes);
  const { word = '', names = [] } = proposals ?? {};
  const range: Range = { start: file.text.positionAt(offset - word.length), end: file.text.positionAt(offset) };
  return { isIncomplete: false, items: names.map((name) => item(name, range, client)) };
}

function item(proposed: ProposedName, range: Range, client: ClientAbilities): CompletionItem {
  const { name, sort, type, calls = [], snippet = name, documents } = proposed;
  const detail = type ?? calls[0];
  const about = aboutName(proposed);
  return {
    label: name,
    kind: kinds[sort],
    ...(detail !== undefined && { detail }),
    sortText: `${order.indexOf(sort)} ${name}`,
    filterText: name,
    ...insertion(snippet, range, client),
    ...(documents && { data: documents }),
    ...(about !== '' && { documentation: { kind: 'markdown', value: about } }),
  };
}
