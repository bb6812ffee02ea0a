import { defineRule } from '@podlint/engine/rule';
import { own } from '@podlint/plain';

interface Options {
  readonly labels: readonly string[];
}

export default defineRule<'missing', Options>({
  id: 'metadata/recommended-labels',
  level: 'off',
  summary: 'A workload without the labels that Kubernetes recommends',
  brief: 'recommended labels missing',
  messages: {
    missing:
      'The {kind} "{name}" lacks recommended labels: {labels}. These are the names under which dashboards and other tools look for what belongs together. Add them.',
  },
  options: {
    schema: {
      type: 'object',
      properties: { labels: { type: 'array', items: { type: 'string' }, description: 'The labels to look for' } },
      additionalProperties: false,
    },
    defaults: {
      labels: [
        'app.kubernetes.io/name',
        'app.kubernetes.io/instance',
        'app.kubernetes.io/version',
        'app.kubernetes.io/component',
        'app.kubernetes.io/part-of',
        'app.kubernetes.io/managed-by',
      ],
    },
  },
  object({ pod, metadata, kindName, name, at }, report, { labels }) {
    if (!pod) return;
    const missing = labels.filter((label) => own(metadata.labels, label) === undefined);
    if (missing.length > 0)
      report({
        at: at.metadata.labels,
        message: 'missing',
        data: { kind: kindName, name, labels: missing.map((label) => `"${label}"`).join(', ') },
      });
  },
});
