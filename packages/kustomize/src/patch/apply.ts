import { fieldOf } from '../node/fields.js';
import { copyNode, markAll, YNode } from '../node/node.js';
import { takeMetadata } from '../generate/absorb.js';
import type { Step } from '../origin/place.js';
import { Internal } from '../resource/annotations.js';
import { apiVersionOf } from '../resource/gvk.js';
import { idKey } from '../resource/res-id.js';
import type { Resource } from '../resource/resource.js';
import type { ResourceMap } from '../resource/resource-map.js';
import type { OpenApi } from '../schema/open-api.js';
import { mergePatch } from './merge.js';

/** Applies a strategic merge patch to the selected objects (reswrangler.go, ApplySmPatch). */
export function patchSelected(
  map: ResourceMap,
  selected: readonly Resource[],
  patch: Resource,
  openApi: OpenApi,
  step: Step,
): void {
  const ids = new Set(selected.map(({ id }) => idKey(id)));
  const { list } = map;
  for (const resource of list) {
    if (!ids.has(idKey(resource.id))) continue;
    const copy = patch.copy();
    takeMetadata(copy, patch);
    copy.setApiVersion(apiVersionOf(resource.gvk));
    copy.setKind(patch.kind);
    patchOne(resource, copy, openApi, step);
  }
  map.list = [];
  map.append(list.filter(({ isEmpty }) => !isEmpty));
}

/** Applies a patch to one object; name, namespace and kind stay unless it may change them (resource.go, ApplySmPatch). */
export function patchOne(resource: Resource, patch: Resource, openApi: OpenApi, step: Step): void {
  const { name, namespace, kind } = resource;
  const identity = identityOf(resource);
  const changesName = patch.isEnabled(Internal.allowNameChange);
  const changesKind = patch.isEnabled(Internal.allowKindChange);
  if (changesName || changesKind) resource.storePreviousId();
  markAll(patch.node, step);
  if (!mergePatch(resource.node, patch.node, openApi)) {
    resource.node = new YNode(0);
    return;
  }
  if (resource.isEmpty) return;
  if (!changesKind) resource.setKind(kind);
  if (!changesName) resource.setName(name);
  resource.setNamespace(namespace);
  restore(resource, identity);
}

type Identity = Readonly<Record<'apiVersion' | 'kind' | 'name' | 'namespace', YNode | undefined>>;

function identityOf({ node }: Resource): Identity {
  const metadata = fieldOf(node, 'metadata');
  const copy = (field: YNode | undefined): YNode | undefined => field && copyNode(field);
  return {
    apiVersion: copy(fieldOf(node, 'apiVersion')),
    kind: copy(fieldOf(node, 'kind')),
    name: copy(fieldOf(metadata, 'name')),
    namespace: copy(fieldOf(metadata, 'namespace')),
  };
}

/** What was set again as it was comes from where it came from before. */
function restore({ node }: Resource, before: Identity): void {
  const metadata = fieldOf(node, 'metadata');
  for (const [field, old] of [
    [fieldOf(node, 'apiVersion'), before.apiVersion],
    [fieldOf(node, 'kind'), before.kind],
    [fieldOf(metadata, 'name'), before.name],
    [fieldOf(metadata, 'namespace'), before.namespace],
  ] as const)
    if (field && old && field.value === old.value) {
      field.place = old.place;
      field.steps = old.steps;
    }
}
