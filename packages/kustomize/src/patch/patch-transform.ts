import { says } from '../messages.js';
import type { KeyPath } from '../node/key-path.js';
import { atPlace, BuildFailure, NotRun } from '../errors.js';
import type { Place } from '../origin/place.js';
import type { PatchEntry, Selector } from '../read/entries.js';
import { Internal } from '../resource/annotations.js';
import type { Resource } from '../resource/resource.js';
import type { PluginContext, Transform } from '../transform/context.js';
import { patchOne, patchSelected } from './apply.js';
import { applyKeepingInternals } from './apply-json.js';
import { parseJsonPatch, type WrittenOperation } from './json-patch.js';
import { objectsOf, patchFile, type PatchText } from './patch-text.js';

/** An entry of `patches`: a strategic merge patch or a JSON patch, whichever its text is (PatchTransformer.go). */
export function patchTransform(entry: PatchEntry, path: KeyPath, context: PluginContext): Transform {
  const patch = patchText(entry, path, context);
  const merge = attempt(() => objectsOf(patch, context));
  const json = attempt(() => parseJsonPatch(patch.text.slice(0, patch.end), patch.start, patch.source));
  const place = context.placeOf(path);
  if (merge.value?.length && json.value?.length) throw new BuildFailure('patch-spec', says['both-patches'](), place);
  if (!merge.value && !json.value)
    throw new BuildFailure(
      'json-patch-parse',
      says['no-patch']({ problem: merge.error!.said }),
      merge.error!.place ?? place,
    );
  if (merge.value) return mergeTransform(entry, merge.value, context, place);
  return jsonTransform(entry.target, json.value!, context, place);
}

interface Attempt<T> {
  readonly value?: T;
  readonly error?: BuildFailure;
}

function attempt<T>(run: () => T): Attempt<T> {
  try {
    return { value: run() };
  } catch (error) {
    if (error instanceof BuildFailure) return { error };
    throw error;
  }
}

function patchText(entry: PatchEntry, path: KeyPath, context: PluginContext): PatchText {
  const inline = entry.patch.trim();
  const place = context.placeOf(path);
  if (inline === '' && entry.path === '') throw new BuildFailure('patch-spec', says['patch-source'](), place);
  if (inline !== '' && entry.path !== '') throw new BuildFailure('patch-spec', says['patch-sources'](), place);
  if (inline === '') {
    const patch = attempt(() => patchFile(entry.path, [...path, 'path'], context));
    if (patch.value) return patch.value;
    if (patch.error instanceof NotRun) throw patch.error;
    const { errorClass, said } = patch.error!;
    const isOutside = errorClass === 'outside-root';
    throw new BuildFailure(isOutside ? errorClass : 'patch-spec', said, patch.error!.place);
  }
  const start = entry.patch.indexOf(inline);
  const source = context.sourceOf([...path, 'patch'], entry.patch);
  return { text: entry.patch, start, end: start + inline.length, source };
}

function mergeTransform(
  { target, options }: PatchEntry,
  patches: readonly Resource[],
  { openApi, step, mark }: PluginContext,
  place: Place | undefined,
): Transform {
  for (const patch of patches) {
    if (options?.allowNameChange) patch.enable(Internal.allowNameChange);
    if (options?.allowKindChange) patch.enable(Internal.allowKindChange);
  }
  if (!target)
    return (map) => {
      for (const patch of patches)
        map.attempt(() => {
          const target = atPlace(patch.node.place, () => map.theOne(patch.originalId));
          patchOne(target, patch, openApi, step);
        }, 'adds');
    };
  return (map) => {
    if (patches.length > 1) throw new BuildFailure('patch-spec', says['patch-objects'](), place);
    const [patch] = patches;
    // Nobody reads the target of an empty list of patches.
    if (!patch) return;
    const selected = map.select(target);
    mark('patch', place, selected.length > 0);
    patchSelected(map, selected, patch, openApi, step);
  };
}

function jsonTransform(
  target: Selector | undefined,
  operations: readonly WrittenOperation[],
  context: PluginContext,
  place: Place | undefined,
): Transform {
  if (operations.length === 0) return () => undefined;
  return (map) => {
    if (!target) throw new BuildFailure('patch-no-target', says['json-patch-target'](), place);
    const selected = map.select(target);
    context.mark('patch', place, selected.length > 0);
    for (const resource of selected) {
      resource.storePreviousId();
      applyKeepingInternals(resource, operations, context);
    }
  };
}
