import { says } from '../messages.js';
import type { KeyPath } from '../node/key-path.js';
import { BuildFailure } from '../errors.js';
import type { Selector } from '../read/entries.js';
import type { PluginContext, Transform } from '../transform/context.js';
import { applyKeepingInternals } from './apply-json.js';
import { parseJsonPatch } from './json-patch.js';
import { patchFile, wholeText } from './patch-text.js';

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
