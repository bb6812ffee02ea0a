import { defineRule } from '@podlint/engine/rule';
import { referencesOf } from '../../kit/refs/each-reference.js';
import { references, type RefFacts } from '../../kit/refs/facts.js';
import { completeOption, isAllThere, type CompleteOption } from '../../kit/refs/meaning.js';
import { missingInClusterMessages, missingMessages, missingObject } from '../../kit/refs/missing.js';
import { indexOf, isInNoNamespace, meantBy } from '../../kit/refs/run-index.js';

const messages = { ...missingMessages, ...missingInClusterMessages } as const;
const inCluster = { near: 'nearInCluster', missing: 'missingInCluster', named: 'named' } as const;

export default defineRule<keyof typeof messages, CompleteOption, RefFacts>({
  id: 'refs/missing',
  level: 'warn',
  fix: 'unsafe',
  hasChoices: true,
  summary: 'A reference to an object that is not there',
  brief: 'named object is missing',
  messages,
  options: completeOption,
  collects: references,
  run(view, report, options) {
    const index = indexOf(view);
    const isAll = isAllThere(view, options);
    for (const { object, reference } of referencesOf(view, 'object')) {
      const found = reference.key === undefined ? missingObject(index, object, reference, isAll) : undefined;
      if (!found) continue;
      const { kind } = meantBy(object, reference);
      report(object, isInNoNamespace(kind) ? { ...found, message: inCluster[found.message] } : found);
    }
  },
});
