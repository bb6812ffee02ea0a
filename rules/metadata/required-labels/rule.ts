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
  messages: {
    missing:
      '{what} has no label "{key}", which the configuration of this rule asks for: what searches, bills or alerts by that label passes it over. Add the label.',
    value:
      '{what} has "{value}" for its label "{key}", which does not match {pattern} as the configuration of this rule asks for. Correct the value.',
  },
  options: { schema: requiredMetadataSchema('labels'), defaults: { labels: [], kinds: podKinds, on: ['object'] } },
  resource(resource, report, options) {
    requireMetadata(resource, 'labels', options.labels, options, report);
  },
});
