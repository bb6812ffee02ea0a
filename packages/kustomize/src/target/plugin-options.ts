import type { JsonValue } from '@podlint/syntax';
import { BuildFailure } from '../errors.js';
import { decode, list, pluginRules, type Decoder } from '../read/decode.js';
import { affixFieldSpec, fieldSpec } from '../read/field-spec.js';
import type { PluginContext } from '../transform/context.js';

/** The options of a transformer or generator that has a file of its own. */
export interface PluginFile {
  readonly json: JsonValue;
  readonly context: PluginContext;
}

/** Makes something of these options. */
export type PluginMaker<T> = (plugin: PluginFile) => T;

/** Reads options with a decoder; what they do not know is left out (sigs.k8s.io/yaml, Unmarshal). */
export function pluginOptions<T>(decoder: Decoder<T>, { json, context }: PluginFile): T {
  const { value, problem } = decode(decoder, json, pluginRules);
  if (problem) throw new BuildFailure(problem.errorClass, problem.message, context.placeOf(problem.path));
  return value;
}

export const fieldSpecs = list(fieldSpec);
export const affixFieldSpecs = list(affixFieldSpec);
