import { own } from '@podlint/plain';
import { says } from '../messages.js';
import { BuildFailure, Missing } from '../errors.js';
import { clearField, ensureMapping, fieldOf, getField, setField } from '../node/fields.js';
import { isPresent, Kind, scalarNode, Style, Tag, valueOf, type YNode } from '../node/node.js';
import { buildAnnotations, Internal, originAnnotation } from '../resource/annotations.js';
import { idText, sameId } from '../resource/res-id.js';
import type { Resource } from '../resource/resource.js';
import { ResourceIndex } from '../resource/resource-index.js';
import type { ResourceMap } from '../resource/resource-map.js';
import { base64Lines, utf8Bytes } from './bytes.js';

/**
 * Adds generated objects; with a behaviour they replace or complete the one that is there (reswrangler.go, AbsorbAll).
 * Nothing else may change the objects between two calls: their ids are looked up once.
 */
export class Absorber {
  private readonly index: ResourceIndex;

  constructor(private readonly map: ResourceMap) {
    this.index = new ResourceIndex(map.list);
  }

  absorb(generated: readonly Resource[]): void {
    for (const resource of generated) this.absorbOne(resource);
  }

  private absorbOne(resource: Resource): void {
    const { id } = resource;
    const behavior = resource.annotation(Internal.generatorBehavior) ?? '';
    const matches = this.index.find(id);
    const [old] = matches;
    const changes = behavior === 'merge' || behavior === 'replace';
    if (!old) {
      if (changes)
        throw new Missing(
          'id-missing',
          says['nothing-to-change']({ object: idText(id), behavior }),
          resource.node.place,
        );
      // No object has this id, or had it.
      this.map.list.push(resource);
      this.index.add(resource);
      return;
    }
    if (matches.length > 1)
      throw new BuildFailure(
        'merge-many',
        says['several-objects']({ object: idText(id), count: matches.length }),
        resource.node.place,
      );
    if (!changes)
      throw new BuildFailure('id-conflict', says['generated-exists']({ object: idText(id) }), resource.node.place);
    this.index.remove(old);
    combine(resource, old, behavior);
    replace(this.map, old, resource);
    this.index.add(resource);
  }
}

function combine(resource: Resource, old: Resource, behavior: string): void {
  const origin = old.annotation(originAnnotation);
  const oldData = behavior === 'merge' ? dataOf(old, resource) : undefined;
  takeMetadata(resource, old);
  if (!oldData) return;
  mergeData(resource.node, 'data', oldData);
  mergeData(resource.node, 'binaryData', entriesOf(fieldOf(old.node, 'binaryData')));
  if (origin !== undefined)
    resource.setMap('annotations', { ...resource.map('annotations'), [originAnnotation]: origin });
}

/** The new object takes the old one's place in the list; it must have its id now. */
function replace(map: ResourceMap, old: Resource, resource: Resource): void {
  const found = map.list.flatMap((other, i) => (sameId(resource.id, other.id) ? [i] : []));
  const at = map.list.indexOf(old);
  if (found.length !== 1 || found[0] !== at)
    throw new BuildFailure('id-missing', says['cannot-replace']({ object: idText(resource.id) }), resource.node.place);
  map.list[at] = resource;
}

/** Name, namespace, labels and annotations of the object that is replaced (resource.go, CopyMergeMetaDataFieldsFrom). */
export function takeMetadata(resource: Resource, old: Resource): void {
  resource.setMap('labels', { ...old.map('labels'), ...resource.map('labels') }, old);
  const own = resource.map('annotations');
  const before = old.map('annotations');
  const names = [...new Set([...Object.keys(before), ...Object.keys(own)])].filter((name) =>
    isTaken(name, before, own),
  );
  const annotations = Object.fromEntries(names.map((name) => [name, valueFrom(name, before, own)]));
  resource.setMap('annotations', annotations, old);
  resource.setName(old.name);
  resource.setNamespace(old.namespace);
  for (const field of ['name', 'namespace']) adoptPlace(resource, old, field);
  resource.varNames = [...old.varNames];
}

type Texts = Readonly<Record<string, string>>;

/** What a build keeps in annotations comes from the old object only; a hash needs the new one's word too. */
function isTaken(name: string, before: Texts, after: Texts): boolean {
  if (name === Internal.needsHashSuffix && !Object.hasOwn(after, name)) return false;
  return !buildAnnotations.includes(name) || Object.hasOwn(before, name);
}

function valueFrom(name: string, before: Texts, after: Texts): string {
  const isNew = Object.hasOwn(after, name) && !buildAnnotations.includes(name);
  return own(isNew ? after : before, name) ?? '';
}

/** A field that was taken over comes from where the old one came from. */
function adoptPlace(resource: Resource, old: Resource, field: string): void {
  const node = fieldOf(fieldOf(resource.node, 'metadata'), field);
  const source = fieldOf(fieldOf(old.node, 'metadata'), field);
  if (!node || !source) return;
  node.place = source.place;
  node.steps = source.steps;
}

type Entries = Map<string, YNode>;

function entriesOf(map: YNode | undefined): Entries {
  const entries: Entries = new Map();
  if (map?.kind === Kind.mapping)
    for (let i = 0; i + 1 < map.content.length; i += 2) entries.set(valueOf(map.content[i]), map.content[i + 1]!);
  return entries;
}

/** The old data; of a Secret with what stands in stringData, encoded (normalizeSecretStringData). */
function dataOf(old: Resource, resource: Resource): Entries {
  const entries = entriesOf(getField(old.node, 'data'));
  if (resource.apiVersion !== 'v1' || resource.kind !== 'Secret') return entries;
  for (const [name, value] of entriesOf(fieldOf(old.node, 'stringData'))) {
    if (isPresent(value) && value.kind !== Kind.scalar)
      throw new BuildFailure('generator', says['string-data-value']({ key: name }), value.place);
    const encoded = scalarNode(base64Lines(utf8Bytes(valueOf(value))), Tag.string);
    encoded.place = value.place;
    encoded.steps = value.steps;
    entries.set(name, encoded);
  }
  return entries;
}

function mergeData(object: YNode, field: string, old: Entries): void {
  const entries = new Map([...old, ...entriesOf(getField(object, field))]);
  clearField(object, field);
  for (const name of [...entries.keys()].sort()) {
    const source = entries.get(name)!;
    const node = scalarNode(valueOf(source), Tag.string);
    if (node.value.includes('\n')) node.style = Style.literal;
    node.place = source.place;
    node.steps = source.steps;
    setField(ensureMapping(object, field), name, node);
  }
}
