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
  brief: 'required annotation missing',
  messages: {
    missing:
      '{what} has no annotation "{key}", which your configuration requires. Tools and people that look for it find nothing. Add the annotation.',
    value:
      'The annotation "{key}" of {what} is "{value}", which does not match {pattern}. Your configuration requires it. Correct the value.',
  },
  options: {
    schema: requiredMetadataSchema('annotations'),
    defaults: { annotations: [], kinds: podKinds, on: ['object'] },
  },
  resource(resource, report, options) {
    requireMetadata(resource, 'annotations', options.annotations, options, report);
  },
});
