import { isInternal } from '../resource/annotations.js';
import type { Resource } from '../resource/resource.js';
import type { PluginContext } from '../transform/context.js';
import { applyJsonPatch, type WrittenOperation } from './json-patch.js';

/** Whatever the patch does, what the build keeps in annotations stays (PatchTransformer.go, transformJson6902). */
export function applyKeepingInternals(
  resource: Resource,
  operations: readonly WrittenOperation[],
  { step }: PluginContext,
): void {
  const internals = Object.entries(resource.map('annotations')).filter(([name]) => isInternal(name));
  resource.node = applyJsonPatch(resource.node, operations, step);
  resource.setMap('annotations', { ...resource.map('annotations'), ...Object.fromEntries(internals) });
}
