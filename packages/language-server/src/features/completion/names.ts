import type { FieldPath } from '@podlint/field-path';
import type { Reference } from '@podlint/kinds';
import { own } from '@podlint/plain';
import type { NodeId } from '@podlint/syntax';
import type { CursorPlace } from '../../cursor/cursor-place.js';
import { fieldAlong } from '@podlint/schema';
import { isMeant, objectsOf, podLabelsOf, type PlacedObject } from '../../names/objects.js';
import {
  containersOf,
  descend,
  itemsAt,
  namedItems,
  nodeOfType,
  podParts,
  podSpecAround,
  podSpecOf,
  type PathInObject,
} from '../../names/pod-parts.js';
import { referenceOf } from '../../names/references.js';
import type { WorkspaceView } from '../../service/file-view.js';

/** A name that exists, and what has it. */
export interface ExistingName {
  readonly name: string;
  readonly of: string;
}

/** The names that a field could refer to. */
export function existingNames(place: CursorPlace, type: string, workspace: WorkspaceView): ExistingName[] {
  const { field } = place;
  const reference = field && referenceOf(field.owner, field.name, typeAround(type, place.path));
  return reference ? unique(namesFor(reference, { ...place, type }, workspace)) : [];
}

/** The definition around the list that the owner of a field is an item of: two names above the field and its index. */
export function typeAround(type: string, path: FieldPath): string | undefined {
  const owner = path.holder;
  const above = owner.kind === 'index' ? owner.holder.holder : owner.holder;
  return fieldAlong({ type }, above)?.type;
}

function namesFor(reference: Reference, place: CursorPlace & PathInObject, workspace: WorkspaceView): ExistingName[] {
  switch (reference.to) {
    case 'object':
      return objectNames(kindOf(reference.kind, place), place, workspace);
    case 'key':
      return keysOf(reference.kind, namedBy(reference.namedBy, place), place, workspace);
    case 'selected port':
      return selectedPorts(place, workspace);
    case 'service port':
      return servicePorts(place, workspace);
    case 'port':
      return portsOfContainer(place);
    default:
      return partNames(reference.to, place);
  }
}

function partNames(what: 'volume' | 'container' | 'resource claim', place: CursorPlace & PathInObject): ExistingName[] {
  const spec = podSpecAround(place);
  if (spec === undefined) return [];
  const parts = podParts(place.document, spec, what).map(({ name }) => ({ name, of: what }));
  return what === 'volume' ? [...parts, ...claimTemplates(place)] : parts;
}

/** A StatefulSet makes a volume of each of its claim templates. */
function claimTemplates({ document, root, type }: PathInObject): ExistingName[] {
  if (type !== 'apps.v1.StatefulSet') return [];
  const spec = document.child(root, 'spec');
  const templates = spec === undefined ? [] : itemsAt(document, spec, 'volumeClaimTemplates');
  const named = namedItems(
    document,
    templates.flatMap((template) => document.child(template, 'metadata') ?? []),
  );
  return named.map(({ name }) => ({ name, of: 'volume claim template' }));
}

/** A probe asks a port of its own container. */
function portsOfContainer(place: CursorPlace & PathInObject): ExistingName[] {
  const container = nodeOfType(place, 'core.v1.Container') ?? nodeOfType(place, 'core.v1.EphemeralContainer');
  if (container === undefined) return [];
  return itemsAt(place.document, container, 'ports').flatMap((port) => portNames(place, port));
}

function portNames({ document }: Pick<PathInObject, 'document'>, port: NodeId): ExistingName[] {
  const text = (name: string): string | undefined => {
    const node = document.child(port, name);
    return node === undefined ? undefined : document.scalarText(node);
  };
  const [name, number] = [text('name'), text('containerPort')];
  return [
    ...(name ? [{ name, of: `port ${number ?? ''}`.trim() }] : []),
    ...(number ? [{ name: number, of: name ? `port ${name}` : 'port' }] : []),
  ];
}

function kindOf(kind: string | { readonly field: string }, place: CursorPlace): string | undefined {
  return typeof kind === 'string' ? kind : namedBy(kind.field, place);
}

/** What a field beside the cursor says, or, for an item of a list, one beside the list. */
function namedBy(field: string, { document, mapping }: CursorPlace): string | undefined {
  for (let at = mapping; at !== undefined; at = document.parent(at)) {
    const node = document.kind(at) === 'mapping' ? document.child(at, field) : undefined;
    if (node !== undefined) return document.scalarText(node);
    if (document.kind(at) === 'mapping' && at !== mapping) return undefined;
  }
  return undefined;
}

function namespaceOf({ document, root }: CursorPlace): string {
  const node = descend(document, root, ['metadata', 'namespace']);
  return (node === undefined ? undefined : document.scalarText(node)) || 'default';
}

function objectNames(kind: string | undefined, place: CursorPlace, workspace: WorkspaceView): ExistingName[] {
  if (kind === undefined) return [];
  const namespace = namespaceOf(place);
  return [...objectsOf(workspace)].flatMap((object) =>
    isMeant(object, kind, namespace) && object.name ? [{ name: object.name, of: kind }] : [],
  );
}

const keyFields = { ConfigMap: ['data', 'binaryData'], Secret: ['data', 'stringData'] } as const;

function keysOf(
  kind: 'ConfigMap' | 'Secret',
  name: string | undefined,
  place: CursorPlace,
  workspace: WorkspaceView,
): ExistingName[] {
  const namespace = namespaceOf(place);
  const meant = [...objectsOf(workspace)].filter(
    (object) => isMeant(object, kind, namespace) && (name === undefined || object.name === name),
  );
  return meant.flatMap((object) =>
    dataKeys(object, keyFields[kind]).map((key) => ({ name: key, of: `${kind} ${object.name ?? ''}` })),
  );
}

function dataKeys({ document, root }: PlacedObject, fields: readonly string[]): string[] {
  return fields.flatMap((field) => {
    const data = document.child(root, field);
    return data === undefined || document.kind(data) !== 'mapping'
      ? []
      : document.children(data).map((child) => String(document.key(child)));
  });
}

/** The ports of the Pods that have the labels which the Service asks for; of all Pods while it asks for none. */
function selectedPorts(place: CursorPlace & PathInObject, workspace: WorkspaceView): ExistingName[] {
  const selector = descend(place.document, place.root, ['spec', 'selector']);
  const wanted =
    selector === undefined || place.document.kind(selector) !== 'mapping' ? [] : place.document.children(selector);
  const namespace = namespaceOf(place);
  return [...objectsOf(workspace)].flatMap((object) => {
    const pods = object.namespace === namespace ? podLabelsOf(object) : undefined;
    const isSelected =
      pods &&
      wanted.every((node) => own(pods.labels, String(place.document.key(node))) === place.document.scalarText(node));
    return isSelected && object.type !== undefined ? portsOf(object, object.type) : [];
  });
}

function portsOf({ document, root }: PlacedObject, type: string): ExistingName[] {
  const spec = podSpecOf({ document, root, type });
  if (spec === undefined) return [];
  return containersOf(document, spec).flatMap((container) =>
    itemsAt(document, container, 'ports').flatMap((port) => portNames({ document }, port)),
  );
}

/** The ports of the Service that is named above: `service.name` beside `service.port.name`. */
function servicePorts(place: CursorPlace & PathInObject, workspace: WorkspaceView): ExistingName[] {
  const backend = descend(place.document, place.root, place.path.holder.holder.segments);
  const name = backend === undefined ? undefined : place.document.child(backend, 'name');
  const service = name === undefined ? undefined : place.document.scalarText(name);
  return [...objectsOf(workspace)].flatMap(({ document, root, kind, name: found }) => {
    if (kind !== 'Service' || (service !== undefined && found !== service)) return [];
    const spec = document.child(root, 'spec');
    return spec === undefined
      ? []
      : namedItems(document, itemsAt(document, spec, 'ports')).map((port) => ({
          name: port.name,
          of: `port of Service ${found ?? ''}`,
        }));
  });
}

function unique(names: readonly ExistingName[]): ExistingName[] {
  return [...new Map(names.map((found) => [found.name, found])).values()];
}
