import { defineRule } from '@podlint/engine/rule';
import { portMessages, wrongPort } from '../../kit/refs/backends.js';
import { referencesOf } from '../../kit/refs/each-reference.js';
import { references, type RefFacts } from '../../kit/refs/facts.js';
import { completeOption, isAllThere, type CompleteOption } from '../../kit/refs/meaning.js';
import { missingMessages, missingObject } from '../../kit/refs/missing.js';
import { indexOf, meantBy } from '../../kit/refs/run-index.js';

type Message = keyof typeof portMessages | keyof typeof missingMessages;

export default defineRule<Message, CompleteOption, RefFacts>({
  id: 'refs/ingress-service',
  level: 'warn',
  fix: 'unsafe',
  hasChoices: true,
  summary: 'An Ingress whose Service, or whose port of it, is not there',
  brief: 'Ingress without its Service',
  messages: { ...missingMessages, ...portMessages },
  options: completeOption,
  collects: references,
  run(view, report, options) {
    const index = indexOf(view);
    const isAll = isAllThere(view, options);
    for (const { object, reference } of referencesOf(view, 'ingress')) {
      const found =
        missingObject(index, object, reference, isAll) ??
        wrongPort(object, reference, index.find(meantBy(object, reference)));
      if (found) report(object, found);
    }
  },
});
