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
  readonly labels: readonly RequiredEntry[];
}

export default defineRule<RequiredMetadataMessage, Options>({
  id: 'metadata/required-labels',
  level: 'off',
  needsOptions: true,
  summary: 'An object without a label that the configuration asks for',
  brief: 'required label missing',
  messages: {
    missing:
      '{what} has no label "{key}", which your configuration requires. Whatever searches, bills or alerts by that label misses it. Add the label.',
    value:
      'The label "{key}" of {what} is "{value}", which does not match {pattern}. Your configuration requires it. Correct the value.',
  },
  options: { schema: requiredMetadataSchema('labels'), defaults: { labels: [], kinds: podKinds, on: ['object'] } },
  resource(resource, report, options) {
    requireMetadata(resource, 'labels', options.labels, options, report);
  },
});
