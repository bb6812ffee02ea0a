import { says } from '../messages.js';
import { BuildFailure } from '../errors.js';
import type { FieldSpec } from '../config/field-spec.js';
import { demandKind, fieldOf, getField, setField, WrongKind } from '../node/fields.js';
import { isPresent, Kind, Tag, YNode } from '../node/node.js';
import type { Place } from '../origin/place.js';
import { Internal } from '../resource/annotations.js';
import { idKey, idText } from '../resource/res-id.js';
import type { Resource } from '../resource/resource.js';
import type { ResourceMap } from '../resource/resource-map.js';
import type { PluginContext, Transform } from './context.js';
import { filterField, filterFields, textSetter, unsetOnly } from './field-filter.js';

export type SubjectMode = 'defaultOnly' | 'allServiceAccounts' | 'none';

export interface NamespaceOptions {
  readonly namespace: string;
  readonly fieldSpecs: readonly FieldSpec[];
  readonly unsetOnly: boolean;
  readonly subjects: SubjectMode;
  readonly place: Place | undefined;
}

type Setter = (node: YNode) => void;

const metadataNamespace: FieldSpec = { path: 'metadata/namespace', create: true };
const creation = { kind: Kind.scalar, tag: Tag.string };

/** Puts the objects into a namespace (NamespaceTransformer.go, filters/namespace/namespace.go). */
export function namespaceTransform(options: NamespaceOptions, { step }: PluginContext): Transform {
  if (options.namespace === '') return () => undefined;
  const set = textSetter(options.namespace, Tag.string, step, options.place);
  const setter = options.unsetOnly ? unsetOnly(set) : set;
  return (map) => {
    const counts = countIds(map);
    for (const resource of [...map.list]) {
      if (resource.isEmpty || resource.annotation(Internal.helmGenerated) === 'true') continue;
      const before = idKey(resource.id);
      resource.storePreviousId();
      moveToNamespace(resource, options, setter);
      demandUnique(counts, before, resource);
    }
  };
}

function countIds(map: ResourceMap): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { id } of map.list) counts.set(idKey(id), (counts.get(idKey(id)) ?? 0) + 1);
  return counts;
}

function demandUnique(counts: Map<string, number>, before: string, resource: Resource): void {
  const { id } = resource;
  const after = idKey(id);
  counts.set(before, counts.get(before)! - 1);
  counts.set(after, (counts.get(after) ?? 0) + 1);
  if (counts.get(after) !== 1)
    throw new BuildFailure(
      'id-conflict',
      says['object-twice-in-namespace']({ object: idText(id) }),
      resource.node.place,
    );
}

export function moveToNamespace(
  resource: Resource,
  { fieldSpecs, subjects }: Pick<NamespaceOptions, 'fieldSpecs' | 'subjects'>,
  set: Setter,
): void {
  const { node, id, apiVersion } = resource;
  const isBinding = id.gvk.kind === 'RoleBinding' || id.gvk.kind === 'ClusterRoleBinding';
  if (!id.isClusterScoped) filterField(node, metadataNamespace, set, { kind: Kind.scalar, tag: Tag.none });
  if (isBinding) setSubjects(node, subjects, set);
  const specs = fieldSpecs.filter(
    ({ path, kind }) =>
      path !== metadataNamespace.path &&
      (path !== 'metadata/name' || apiVersion === 'v1') &&
      !(isBinding && path === 'subjects/namespace' && (kind === 'RoleBinding' || kind === 'ClusterRoleBinding')),
  );
  try {
    filterFields(node, specs, set, creation);
  } catch (error) {
    throw error instanceof WrongKind ? new BuildFailure('patch-spec', error.said, error.place) : error;
  }
}

/** Subjects of bindings: those named `default`, or every service account. */
function setSubjects(object: YNode, mode: SubjectMode, set: Setter): void {
  if (mode === 'none') return;
  const subjects = getField(object, 'subjects');
  if (!isPresent(subjects)) return;
  demandKind(subjects, Kind.sequence);
  const [field, value] = mode === 'defaultOnly' ? ['name', 'default'] : ['kind', 'ServiceAccount'];
  for (const subject of subjects.content) {
    if (getField(subject, field)?.value !== value) continue;
    set(getField(subject, 'namespace') ?? createNamespace(subject));
  }
}

function createNamespace(subject: YNode): YNode {
  setField(subject, 'namespace', new YNode(Kind.scalar));
  return fieldOf(subject, 'namespace')!;
}
