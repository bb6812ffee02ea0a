import { emitFlow, replaceValue, wrapAsItem, type JsonValue, type NodeId } from '@podlint/syntax';
import type { ProblemFix } from '../problem.js';
import { isObject, type ObjectSource } from '../source.js';
import type { Reshaped } from './reshape.js';

/** A title shows no more of a value than this. */
const longestShown = 40;

/** Writes a value in the shape that its field takes. */
export function reshapeFix({ document }: ObjectSource, node: NodeId, shape: Reshaped): ProblemFix[] {
  const { value, how, isCertain } = shape;
  const edits = (how === 'item' ? wrapAsItem(document, node) : undefined) ?? replaceValue(document, node, value);
  return edits ? [{ title: titleOf(shape), safety: isCertain ? 'safe' : 'unsafe', edits }] : [];
}

function titleOf({ value, how, under }: Reshaped): string {
  const shown = shortText(value);
  if (how === 'item') return 'Make it a list of one item';
  if (how === 'entries') return 'Make each entry an item of a list';
  if (how === 'joined') return 'Make it a mapping without dashes';
  if (shown !== undefined) return `Write ${shown}`;
  return under === undefined ? 'Write it as the field takes it' : `Put it under "${under}"`;
}

function shortText(value: JsonValue): string | undefined {
  if (typeof value !== 'object' || value === null) return typeof value === 'string' ? `"${value}"` : String(value);
  const text = isObject(value)
    ? Object.entries(value)
        .map(([name, inner]) => `${name}: ${emitFlow(inner)}`)
        .join(', ')
    : emitFlow(value);
  if (text === '') return '{}';
  return text.length > longestShown ? undefined : `"${text}"`;
}
