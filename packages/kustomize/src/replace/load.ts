import { says } from '../messages.js';
import type { KeyPath } from '../node/key-path.js';
import { BuildFailure } from '../errors.js';
import { decode, list, pluginRules } from '../read/decode.js';
import type { ReplacementEntry } from '../read/entries.js';
import { replacement } from '../read/replacements.js';
import type { PluginContext } from '../transform/context.js';
import type { PlacedReplacement } from './replacements.js';

/** Replacements as they are written, or in files that hold one or a list of them (ReplacementTransformer.go). */
export function loadReplacements(
  entries: readonly ReplacementEntry[],
  path: KeyPath,
  context: PluginContext,
): PlacedReplacement[] {
  return entries.flatMap((entry, i) => {
    const place = context.placeOf([...path, i]);
    if (entry.path === '') return [{ ...entry, place }];
    if (entry.source || entry.targets?.length)
      throw new BuildFailure('replacement', says['replacement-source'](), place);
    return replacementsOfFile(entry.path, [...path, i, 'path'], context);
  });
}

function replacementsOfFile(path: string, field: KeyPath, context: PluginContext): PlacedReplacement[] {
  const json = context.readJson(load(path, field, context));
  const isList = Array.isArray(json.value);
  if (!isList && (typeof json.value !== 'object' || json.value === null))
    throw new BuildFailure('replacement', says['no-replacement']({ path: json.file.name }), json.placeOf([]));
  const { value, problem } = decode(list(replacement), isList ? json.value : [json.value], pluginRules);
  if (problem)
    throw new BuildFailure(problem.errorClass, problem.message, json.placeOf(problem.path.slice(isList ? 0 : 1)));
  return (value ?? []).map((at, i) => ({ ...at, place: json.placeOf(isList ? [i] : []) }));
}

function load(path: string, field: KeyPath, { loader, placeOf }: PluginContext) {
  try {
    return loader.load(path);
  } catch (error) {
    throw error instanceof BuildFailure ? error.at(placeOf(field)) : error;
  }
}
