import type { KubernetesVersion } from '@podlint/model';
import { styleOf } from '@podlint/syntax';
import type { CompletionItem, CompletionList } from 'vscode-languageserver-types';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { cursorPlace, type CursorPlace } from '../../cursor/cursor-place.js';
import { cursorTextAt } from '../../cursor/cursor-text.js';
import { isStruct, itemOf, type OwnedField } from '@podlint/schema';
import { targetsAt } from '../../cursor/targets-at.js';
import { withoutActions } from '../../cursor/template-actions.js';
import { descend } from '../../names/pod-parts.js';
import { customPlace, type BuiltInPart } from '../../place/custom-place.js';
import type { WorkspaceView } from '../../service/file-view.js';
import { customProposals } from './custom.js';
import { fieldProposals, itemProposals } from './fields.js';
import { completionItem } from './item.js';
import type { ClientAbilities } from './snippet.js';
import { isNested, type Style } from './layout.js';
import { keyProposals } from './map-keys.js';
import { nestedValues } from './nested-values.js';
import { objectProposals } from './objects.js';
import type { Proposal } from './proposal.js';
import { valueProposals } from './value-proposals.js';

export interface CompletionFile {
  readonly text: TextDocument;
  readonly version: KubernetesVersion;
}

/**
 * What could be written at an offset of any text, broken or not, a template too; nothing in comments and texts of several
 * lines.
 */
export function complete(
  file: CompletionFile,
  offset: number,
  workspace: WorkspaceView,
  client: ClientAbilities,
): CompletionList {
  const text = withoutActions(file.text.getText(), offset);
  const cursor = text === undefined ? undefined : cursorTextAt(text, offset);
  const items = cursor
    ? targetsAt(cursor).flatMap((target) =>
        itemsFor(cursorPlace(cursor, target), { text: file.text, version: file.version, workspace }, client),
      )
    : [];
  return { isIncomplete: false, items };
}

interface Surroundings extends CompletionFile {
  readonly workspace: WorkspaceView;
}

function itemsFor(place: CursorPlace | undefined, around: Surroundings, client: ClientAbilities): CompletionItem[] {
  if (!place) return [];
  const style = styleAt(place);
  return proposalsFor(place, style, around).map((proposal) => completionItem(proposal, place, around.text, client));
}

function proposalsFor(place: CursorPlace, style: Style, around: Surroundings): Proposal[] {
  const own = place.type === undefined ? customPlace(place, place.path, around.workspace) : undefined;
  if (own?.custom && !isIdentity(place)) return customProposals(place, own.custom, style);
  return builtInProposals(own?.part ? partPlace(place, own.part) : place, style, around);
}

function builtInProposals(place: CursorPlace, style: Style, { version, workspace }: Surroundings): Proposal[] {
  const { field, target, path, type } = place;
  const atRoot = path.length === 0 && target.what === 'key' && target.dash === 'none';
  const isNamed = place.kind !== undefined && place.apiVersion !== undefined;
  if (atRoot && !isNamed) return objectProposals(place, style, version);
  if (!field || type === undefined) return identityValues(place, style, { version, workspace });
  if (target.what === 'value')
    return isNested(field)
      ? nestedValues(place, field, style, version)
      : valueProposals(place, field, style, { type, version, workspace });
  if (target.dash !== 'none' && isStruct(field))
    return itemProposals(field, place, style, version).map((proposal) => dashed(proposal, target.dash));
  if (field.shape === 'map') return keyProposals(place, field, style, workspace);
  if (field.shape === 'list') return listProposals(place, field, style, { type, version, workspace });
  if (isStruct(field)) return fieldProposals(place, field.type, style, version);
  const values = valueProposals(place, field, style, { type, version, workspace });
  return target.dash === 'missing'
    ? values.map((proposal) => ({ ...proposal, label: `- ${proposal.label}`, text: `- ${proposal.text}` }))
    : values;
}

/** A place in a part of a custom resource that Kubernetes knows, as if the part were all there is. */
function partPlace(place: CursorPlace, { type, way, path, field }: BuiltInPart): CursorPlace {
  return { ...place, root: descend(place.document, place.root, way) ?? place.root, type, path, field };
}

function isIdentity({ path, target }: CursorPlace): boolean {
  return path.length === 1 && target.what === 'value' && (path.segment === 'apiVersion' || path.segment === 'kind');
}

/** On apiVersion and kind of an object that is not named yet. */
function identityValues(
  place: CursorPlace,
  style: Style,
  around: { readonly version: KubernetesVersion; readonly workspace: WorkspaceView },
): Proposal[] {
  if (!isIdentity(place)) return [];
  return valueProposals(place, { owner: '', name: String(place.path.segment), type: 'string' }, style, {
    ...around,
    type: '',
  });
}

/** A line of its own below the key of a list: its items with their dashes. */
function listProposals(
  place: CursorPlace,
  list: OwnedField,
  style: Style,
  around: { readonly type: string; readonly version: KubernetesVersion; readonly workspace: WorkspaceView },
): Proposal[] {
  const items = itemProposals(list, place, style, around.version);
  if (items.length > 0) return items;
  return valueProposals({ ...place, path: place.path.index(0) }, itemOf(list), style, around).map((proposal) => ({
    ...proposal,
    label: `- ${proposal.label}`,
    text: `- ${proposal.text}`,
  }));
}

/** Proposals of items come with their dash, which may be there already. */
function dashed(proposal: Proposal, dash: 'missing' | 'written' | 'none'): Proposal {
  if (dash !== 'written') return proposal;
  const label = proposal.label.slice(2);
  return {
    ...proposal,
    label,
    text: proposal.text.slice(2).replaceAll('\n  ', '\n'),
    ...(proposal.filter && { filter: label }),
  };
}

function styleAt({ document, target, cursor }: CursorPlace): Style {
  const isJson = /^\s*[[{]/.test(cursor.chunk) || target.quote === '"';
  return { ...styleOf(document), form: target.style === 'block' ? 'block' : isJson ? 'json' : 'flow' };
}
