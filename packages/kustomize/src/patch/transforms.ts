import { pushAll } from '@podlint/plain';
import { says } from '../messages.js';
import type { KeyPath } from '../node/key-path.js';
import { atPlace, BuildFailure, NotRun } from '../errors.js';
import type { Place } from '../origin/place.js';
import { fileSource, type TextSource } from '../origin/text-source.js';
import { fileText } from '../read/file-text.js';
import type { PatchEntry, Selector } from '../read/entries.js';
import { readResources } from '../read/resources.js';
import { Internal, isInternal } from '../resource/annotations.js';
import { Resource } from '../resource/resource.js';
import type { PluginContext, Transform } from '../transform/context.js';
import { patchOne, patchSelected } from './apply.js';
import { applyJsonPatch, parseJsonPatch, type WrittenOperation } from './json-patch.js';

interface PatchText {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly source: TextSource;
}

function objectsOf({ text, start, end, source }: PatchText, { openApi }: PluginContext): Resource[] {
  return readResources(text, { start, end }, source).map((node) => new Resource(node, openApi));
}

function wholeText(text: string, source: TextSource): PatchText {
  return { text, start: 0, end: text.length, source };
}

function patchFile(path: string, field: KeyPath, context: PluginContext): PatchText {
  return atPlace(context.placeOf(field), () => {
    const file = context.loader.load(path);
    return wholeText(fileText(file), fileSource(file.name));
  });
}

/** The field `patchesStrategicMerge`: each entry a path or a text (PatchStrategicMergeTransformer.go). */
export function strategicMergeTransform(
  entries: readonly string[],
  inline: string,
  path: KeyPath,
  context: PluginContext,
): Transform {
  if (entries.length === 0 && inline === '')
    throw new BuildFailure('patch-spec', says['no-patches'](), context.placeOf([]));
  const patches = entries.flatMap((entry, i) => pathOrText(entry, [...path, i], context));
  if (inline !== '') pushAll(patches, objectsOf(wholeText(inline, context.sourceOf(['patches'], inline)), context));
  if (patches.length === 0) throw new BuildFailure('patch-spec', says['empty-patches'](), context.placeOf(path));
  return (map) => {
    for (const patch of patches)
      map.attempt(() => {
        const target = atPlace(patch.node.place, () => map.theOne(patch.originalId));
        patchSelected(map, [target], patch, context.openApi, context.step);
      }, 'adds');
  };
}

function pathOrText(entry: string, path: KeyPath, context: PluginContext): Resource[] {
  try {
    return objectsOf(wholeText(entry, context.sourceOf(path, entry)), context);
  } catch (error) {
    if (!(error instanceof BuildFailure)) throw error;
    return objectsOf(patchFile(entry, path, context), context);
  }
}

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

/** Whatever the patch does, what the build keeps in annotations stays (PatchTransformer.go, transformJson6902). */
function applyKeepingInternals(
  resource: Resource,
  operations: readonly WrittenOperation[],
  { step }: PluginContext,
): void {
  const internals = Object.entries(resource.map('annotations')).filter(([name]) => isInternal(name));
  resource.node = applyJsonPatch(resource.node, operations, step);
  resource.setMap('annotations', { ...resource.map('annotations'), ...Object.fromEntries(internals) });
}

export interface Json6902Options {
  readonly target: Selector | undefined;
  readonly path: string;
  readonly jsonOp: string;
}

/** An entry of `patchesJson6902` (PatchJson6902Transformer.go). */
export function json6902Transform(
  { target, path, jsonOp }: Json6902Options,
  paths: { entry: KeyPath; jsonOp: KeyPath },
  context: PluginContext,
): Transform {
  const place = context.placeOf(paths.entry);
  if (!target) throw new BuildFailure('panic', says['json-patch-target'](), place);
  if (target.name === '') throw new BuildFailure('patch-spec', says['json-patch-target-name'](), place);
  if (path === '' && jsonOp === '') throw new BuildFailure('patch-spec', says['patch-source'](), place);
  if (path !== '' && jsonOp !== '') throw new BuildFailure('patch-spec', says['patch-sources'](), place);
  const patch =
    path === ''
      ? wholeText(jsonOp, context.sourceOf(paths.jsonOp, jsonOp))
      : patchFile(path, [...paths.entry, 'path'], context);
  const operations = parseJsonPatch(patch.text, 0, patch.source);
  if (operations.length === 0) throw new BuildFailure('patch-spec', says['empty-json-patch'](), place);
  return (map) => {
    const selected = map.select(target);
    context.mark('patch', place, selected.length > 0);
    for (const resource of selected) applyKeepingInternals(resource, operations, context);
  };
}
