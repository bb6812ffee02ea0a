import { flag, list, optional, record, struct, text } from './decode.js';
import type { GeneratorOptions } from './entries.js';

export const generatorOptions = struct<GeneratorOptions>(
  { labels: record(text), annotations: record(text), disableNameSuffixHash: flag, immutable: flag },
  'GeneratorOptions',
);
export const generatorFields = {
  namespace: text,
  name: text,
  behavior: text,
  literals: list(text),
  files: list(text),
  envs: list(text),
  env: text,
  options: optional(generatorOptions),
};

/** A generator's options as a file of its own has them. */
export const secretFields = { ...generatorFields, type: text };
