import { defineRule } from '@podlint/engine/rule';
import { portMessages, wrongPort } from '../../kit/refs/backends.js';
import { referencesOf } from '../../kit/refs/each-reference.js';
import { references, type RefFacts } from '../../kit/refs/facts.js';
import { indexOf, meantBy } from '../../kit/refs/run-index.js';

export default defineRule<keyof typeof portMessages, unknown, RefFacts>({
  id: 'refs/service-port',
  level: 'warn',
  fix: 'unsafe',
  summary: 'A route, webhook or APIService that names a port which the Service does not have',
  brief: 'Service has no such port',
  messages: portMessages,
  collects: references,
  run(view, report) {
    const index = indexOf(view);
    for (const { object, reference } of referencesOf(view, 'object')) {
      if (reference.kind !== 'Service') continue;
      const found = wrongPort(object, reference, index.find(meantBy(object, reference)));
      if (found) report(object, found);
    }
  },
});
