import { defineRule } from '@podlint/engine/rule';
import {
  podKinds,
  requiredMetadataSchema,
  requireMetadata,
  type RequiredEntry,
  type RequiredMetadataMessage,
  type RequiredMetadataOptions,
} from '../../kit/required-metadata.js';

interface Options extends RequiredMetadataOptions {
  readonly annotations: readonly RequiredEntry[];
}

export default defineRule<RequiredMetadataMessage, Options>({
  id: 'metadata/required-annotations',
  level: 'off',
  needsOptions: true,
  summary: 'An object without an annotation that the configuration asks for',
  messages: {
    missing:
      '{what} has no annotation "{key}", which the configuration of this rule asks for: tools and people that look there find nothing. Add the annotation.',
    value:
      '{what} has "{value}" for its annotation "{key}", which does not match {pattern} as the configuration of this rule asks for. Correct the value.',
  },
  options: {
    schema: requiredMetadataSchema('annotations'),
    defaults: { annotations: [], kinds: podKinds, on: ['object'] },
  },
  resource(resource, report, options) {
    requireMetadata(resource, 'annotations', options.annotations, options, report);
  },
});
