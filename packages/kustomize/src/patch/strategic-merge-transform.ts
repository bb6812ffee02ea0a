import { pushAll } from '@podlint/plain';
import { says } from '../messages.js';
import type { KeyPath } from '../node/key-path.js';
import { atPlace, BuildFailure } from '../errors.js';
import type { Resource } from '../resource/resource.js';
import type { PluginContext, Transform } from '../transform/context.js';
import { patchSelected } from './apply.js';
import { objectsOf, patchFile, wholeText } from './patch-text.js';

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
