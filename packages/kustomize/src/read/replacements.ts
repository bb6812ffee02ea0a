import { embedded, flag, integer, list, optional, struct, text } from './decode.js';
import type { FieldOptions, Replacement, ReplacementEntry, ReplacementSource, ReplacementTarget } from './entries.js';
import { selector, selectorFields } from './selector.js';

const fieldOptions = struct<FieldOptions>(
  { delimiter: text, index: integer, encoding: text, create: flag },
  'FieldOptions',
);
const replacementFields = {
  source: optional(
    struct<ReplacementSource>(
      { ...selectorFields, fieldPath: text, options: optional(fieldOptions) },
      'SourceSelector',
    ),
  ),
  targets: list(
    optional(
      struct<ReplacementTarget>(
        {
          select: optional(selector),
          reject: list(optional(selector)),
          fieldPaths: list(text),
          options: optional(fieldOptions),
        },
        'TargetSelector',
      ),
    ),
  ),
  sourceValue: optional(text),
};
export const replacement = struct<Replacement>(replacementFields);
export const replacementEntry = struct<ReplacementEntry>(
  {
    source: embedded(replacementFields.source),
    targets: embedded(replacementFields.targets),
    sourceValue: embedded(replacementFields.sourceValue),
    path: text,
  },
  'ReplacementField',
);
