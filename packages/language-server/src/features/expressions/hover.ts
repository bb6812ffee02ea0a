import { expressionName } from '@podlint/policy/assist';
import type { Hover, Range } from 'vscode-languageserver-types';
import { documentationOf } from '../../knowledge/documentation.js';
import type { FileView, WorkspaceView } from '../../service/file-view.js';
import { findingParts } from '../hover/finding-parts.js';
import { joined, plain } from '../hover/markdown.js';
import { expressionAt } from './expression-at.js';
import { aboutName } from './words.js';

/** What a name in an expression is; undefined where there is no expression, or no name that is known. */
export async function hoverExpression(
  file: FileView,
  offset: number,
  workspace: WorkspaceView,
): Promise<Hover | undefined> {
  const found = expressionAt(file, offset, workspace);
  const name = found && expressionName(found.text, found.offset, found.scopes);
  if (!name) return undefined;
  const { documents } = name;
  const words = documents && (await documentationOf(documents.owner, documents.name));
  const about = aboutName(name);
  const parts = [
    ...findingParts(file, offset),
    `**${plain(name.name)}**${name.type === undefined ? '' : ` · ${plain(name.type)}`}`,
    ...(about === '' ? [] : [about]),
    ...(words === undefined ? [] : [words]),
  ];
  return { contents: { kind: 'markdown', value: joined(parts) }, range: wordAround(file, offset) };
}

/** Names are written as they are, whatever quotes the expression stands in. */
function wordAround({ text }: FileView, offset: number): Range {
  const source = text.getText();
  let [start, end] = [offset, offset];
  while (isOfName(source.charAt(start - 1))) start--;
  while (isOfName(source.charAt(end))) end++;
  return { start: text.positionAt(start), end: text.positionAt(end) };
}

function isOfName(character: string): boolean {
  return /\w/.test(character);
}
