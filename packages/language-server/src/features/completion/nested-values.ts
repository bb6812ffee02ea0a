import type { KubernetesVersion } from '@podlint/model';
import type { CursorPlace } from '../../cursor/cursor-place.js';
import { isStruct, type OwnedField } from '@podlint/schema';
import { fieldProposals, itemProposals } from './fields.js';
import { Layout, type Style } from './layout.js';
import { Kind, type Proposal } from './proposal.js';

/**
 * Behind the colon of a field that holds more than one value: what could stand below it, on lines of its own; between
 * brackets, brackets.
 */
export function nestedValues(
  place: CursorPlace,
  field: OwnedField,
  style: Style,
  version: KubernetesVersion,
): Proposal[] {
  if (style.form !== 'block') return [bracketed(field)];
  const inner = { ...place, siblings: [], target: { ...place.target, hasColon: false } };
  if (field.shape === 'list') return below(listInside(inner, field, style, version), style.listStep);
  if (isStruct(field)) return below(fieldProposals(inner, field.type, style, version), style.step);
  return [];
}

function listInside(place: CursorPlace, list: OwnedField, style: Style, version: KubernetesVersion): Proposal[] {
  const items = itemProposals(list, place, style, version);
  if (items.length > 0) return items;
  return [
    {
      label: `- ${list.type}`,
      kind: Kind.snippet,
      text: new Layout(style, version.minor).item(list).join('\n'),
      rank: '0',
    },
  ];
}

function below(proposals: readonly Proposal[], by: number): Proposal[] {
  return proposals.map((proposal) => ({
    ...proposal,
    text: `\n${proposal.text}`.replaceAll('\n', `\n${' '.repeat(by)}`),
  }));
}

function bracketed({ shape }: OwnedField): Proposal {
  const text = shape === 'list' ? '[$1]' : '{$1\\}';
  return { label: shape === 'list' ? '[]' : '{}', kind: Kind.snippet, text, rank: '0' };
}
