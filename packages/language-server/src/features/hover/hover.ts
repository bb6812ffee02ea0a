import type { Hover, Range } from 'vscode-languageserver-types';
import { documentationOf, documentationOfType } from '../../knowledge/documentation.js';
import { customPlace } from '../../place/custom-place.js';
import { placeAt, typeOf, type Place } from '../../place/place.js';
import type { FileView, WorkspaceView } from '../../service/file-view.js';
import { joined } from './markdown.js';
import { defaultParts, gatePart, headPart, valuesPart, versionPart } from './field-parts.js';
import { customParts } from './custom-parts.js';
import { findingParts } from './finding-parts.js';
import { kindParts } from './kind-parts.js';
import { namePart } from './name-part.js';
import { placeInTemplate } from './template-place.js';
import { valueParts } from './value-parts.js';

/** What is to be known about the field or value at an offset; undefined where there is nothing of an object. */
export async function hover(view: FileView, offset: number, workspace: WorkspaceView): Promise<Hover | undefined> {
  const place = placeAt(view, offset) ?? placeInTemplate(view, offset);
  const ofField = place ? await partsAt(view, place, workspace, namePart(view, offset, workspace)) : [];
  const parts = [...findingParts(view, offset), ...ofField];
  if (parts.length === 0) return undefined;
  return { contents: { kind: 'markdown', value: joined(parts) }, ...(place && { range: rangeOf(view, place) }) };
}

async function partsAt(
  view: FileView,
  place: Place,
  workspace: WorkspaceView,
  names: readonly string[],
): Promise<string[]> {
  const { path } = place;
  if (path.length === 1 && (path.segment === 'kind' || path.segment === 'apiVersion'))
    return kindParts(view, place, workspace);
  const own = typeOf(place.object) === undefined ? customPlace(place.object.description, path, workspace) : undefined;
  if (own?.custom && path.length > 0) return customParts(place, own.custom, workspace);
  const field = own?.part?.field ?? place.field;
  if (!field || path.length === 0) return [];
  if (place.on === 'value' && place.document.kind(place.node) !== 'scalar') return [];
  const documentation =
    (await documentationOf(field.owner, field.name)) ??
    (field.type.includes('.') ? await documentationOfType(field.type) : undefined);
  return [
    headPart(place, field),
    ...(place.on === 'value' ? names : []),
    ...valueParts(view, place, field),
    ...valuesPart(field, view.version),
    ...defaultParts(view, place, field),
    ...gatePart(field, view.version),
    ...(documentation === undefined ? [] : [documentation]),
    ...(own ? [] : [versionPart(place)]),
  ];
}

function rangeOf({ text }: FileView, { document, node, on }: Place): Range {
  const { start, end } = (on === 'key' ? document.keyRange(node) : undefined) ?? document.rangeOf(node);
  return { start: text.positionAt(start), end: text.positionAt(end) };
}
