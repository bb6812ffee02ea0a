import type { KubernetesVersion } from '@podlint/model';
import type { CursorPlace } from '../../cursor/cursor-place.js';
import { gateOf } from '../../knowledge/gates.js';
import { isDeprecated, placeAmongSiblings } from '../../knowledge/habits.js';
import {
  areAlternatives,
  isRequired,
  isStruct,
  isWrittenByServer,
  ownedFieldsIn,
  type OwnedField,
} from '@podlint/schema';
import { typeWords } from '../../knowledge/type-words.js';
import { Layout, type Style } from './layout.js';
import { Kind, type Proposal } from './proposal.js';
import { literal } from './snippet.js';

/** The fields that a struct can still get, those that it has to have first. */
export function fieldProposals(place: CursorPlace, type: string, style: Style, version: KubernetesVersion): Proposal[] {
  const { siblings, path } = place;
  const fields = ownedFieldsIn(type, version.minor).filter(
    (field) =>
      !siblings.includes(field.name) &&
      !isWrittenByServer(type, field.name) &&
      !siblings.some((name) => areAlternatives(type, name, field.name)),
  );
  return fields.map((field) =>
    fieldProposal(field, place.target.hasColon, { style, version, isObjects: path.length === 0 }),
  );
}

interface Surroundings {
  readonly style: Style;
  readonly version: KubernetesVersion;
  readonly isObjects: boolean;
}

function fieldProposal(field: OwnedField, hasColon: boolean, { style, version, isObjects }: Surroundings): Proposal {
  const { owner, name } = field;
  const lines = hasColon
    ? [literal(style.form === 'json' ? JSON.stringify(name) : name)]
    : new Layout(style, version.minor).field(field, isObjects);
  const gate = gateOf(owner, name, version.minor);
  const notes = [
    typeWords(field),
    ...(isRequired(field, isObjects) ? ['required'] : []),
    ...(gate && !gate.stage.default ? [`behind ${gate.gate}, off in ${version.name}`] : []),
  ];
  return {
    label: name,
    kind: Kind.field,
    text: lines.join('\n'),
    detail: notes.join(', '),
    rank: rankOf(field, isObjects, gate !== undefined && !gate.stage.default),
    isDeprecated: isDeprecated(field),
    documents: { owner, name },
  };
}

function rankOf(field: OwnedField, isObjects: boolean, isOff: boolean): string {
  const group = isDeprecated(field) ? 4 : isOff ? 3 : isRequired(field, isObjects) ? 1 : 2;
  return `${group}${String(placeAmongSiblings(field.owner, field.name)).padStart(2, '0')}`;
}

/**
 * The items that a list can get: one with all that is required, and one for each field that it can start with. With
 * their dashes.
 */
export function itemProposals(
  list: OwnedField,
  place: CursorPlace,
  style: Style,
  version: KubernetesVersion,
): Proposal[] {
  if (!isStruct({ type: list.type })) return [];
  const whole = new Layout(style, version.minor).item({ ...list, shape: 'list' });
  const name = typeWords({ type: list.type });
  const item: Proposal = {
    label: `- ${name}`,
    kind: Kind.snippet,
    text: whole.join('\n'),
    detail: 'an item with all that it needs',
    rank: '0',
    filter: `- ${name}`,
    documents: { owner: list.owner, name: list.name },
  };
  const fields = fieldProposals({ ...place, siblings: [] }, list.type, style, version);
  return [
    item,
    ...fields.map((field) => ({
      ...field,
      label: `- ${field.label}`,
      text: `- ${field.text.replaceAll('\n', '\n  ')}`,
    })),
  ];
}
