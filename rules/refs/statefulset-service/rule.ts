import { defineRule, referenceAt, type RunObject } from '@podlint/engine/rule';
import type { core } from '@podlint/model';
import { referencesOf } from '../../kit/refs/each-reference.js';
import { references, type KeptReference, type RefFacts } from '../../kit/refs/facts.js';
import { completeOption, isAllThere, type CompleteOption } from '../../kit/refs/meaning.js';
import { missingMessages, missingObject } from '../../kit/refs/missing.js';
import { indexOf, meantBy, type RunIndex } from '../../kit/refs/run-index.js';
import { fieldsOf } from '../../kit/typed.js';

type Message = keyof typeof missingMessages | 'notHeadless' | 'service';

export default defineRule<Message, CompleteOption, RefFacts>({
  id: 'refs/statefulset-service',
  level: 'warn',
  fix: 'unsafe',
  hasChoices: true,
  summary: 'A StatefulSet whose Service is not there, or gives its Pods no names',
  brief: 'StatefulSet without its Service',
  messages: {
    ...missingMessages,
    notHeadless:
      'Service "{service}" is not headless. DNS knows its one address then, and none of the Pods of this StatefulSet ("{name}-0.{service}"). Set clusterIP: None in a Service for the StatefulSet.',
    service: 'the Service',
  },
  options: completeOption,
  collects: references,
  run(view, report, options) {
    const index = indexOf(view);
    const isAll = isAllThere(view, options);
    for (const { object, reference } of referencesOf(view, 'stateful set')) {
      const found = missingObject(index, object, reference, isAll) ?? withAddress(index, object, reference);
      if (found) report(object, found);
    }
  },
});

/** Names of Pods are there for headless Services alone (cluster DNS). */
function withAddress(index: RunIndex, object: RunObject, reference: KeptReference) {
  const services = index.find(meantBy(object, reference));
  const [first] = services;
  if (!first || services.some(({ facts: { service } }) => !service || service.headless)) return undefined;
  return {
    at: referenceAt(object, reference.pattern, reference.items),
    message: 'notHeadless' as const,
    data: { name: object.name, service: reference.name },
    level: 'info' as const,
    related: [
      { object: first.object, at: fieldsOf<core.Service>(first.object).spec.clusterIP, message: 'service' as const },
    ],
  };
}
