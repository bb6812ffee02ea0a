import { pushAll } from '@podlint/plain';
import { defineRule, itemAt, nearestNames, type RunObject } from '@podlint/engine/rule';
import type { core } from '@podlint/model';
import { references, type KeptPort, type KnownObject, type RefFacts } from '../../kit/refs/facts.js';
import { meantFix } from '../../kit/refs/meaning.js';
import { indexOf } from '../../kit/refs/run-index.js';
import { selectedBy } from '../../kit/refs/selecting.js';
import { fieldsOf } from '../../kit/typed.js';

export default defineRule<'near' | 'name' | 'number' | 'ports', unknown, RefFacts>({
  id: 'refs/service-target-port',
  level: 'warn',
  fix: 'unsafe',
  summary: 'A target port of a Service that none of its Pods has',
  brief: 'Pods have no such port',
  messages: {
    near: 'None of the Pods that the Service selects has a port called "{port}", so nothing is reached. Did you mean "{meant}"?',
    name: 'None of the Pods that the Service selects has a port called "{port}", so nothing is reached. Their ports: {ports}.',
    number:
      'No Pod of the Service declares port {port}. The Pods declare {ports}. Correct the number, or declare the port.',
    ports: 'the Pods',
  },
  collects: references,
  run(view, report) {
    const index = indexOf(view);
    for (const { object, facts } of view.collected) {
      const { service, selects } = facts;
      if (object.kindName !== 'Service' || !service || !selects || service.external) continue;
      const pods = selectedBy(index, object, selects);
      if (pods.length === 0) continue;
      service.ports.forEach(({ target }, i) => {
        const found = target === undefined ? undefined : wrongTarget(object, i, target, pods);
        if (found) report(object, found);
      });
    }
  },
});

/** A port need not be declared, but a name has to be; of Pods that declare some, one can see which they have. */
function wrongTarget(object: RunObject, item: number, target: string | number, pods: readonly KnownObject[]) {
  const ports = portsOf(pods);
  if (!ports) return undefined;
  if (ports.some(({ name, port }) => (typeof target === 'number' ? port === target : name === target)))
    return undefined;
  if (typeof target === 'number' && pods.some(({ facts }) => !facts.ports?.length)) return undefined;
  const at = itemAt(fieldsOf<core.Service>(object).spec.ports, item).targetPort;
  const related = pods
    .slice(0, 1)
    .flatMap((pod) =>
      pod.object.podAt ? [{ object: pod.object, at: pod.object.podAt.spec.containers, message: 'ports' as const }] : [],
    );
  const data = { port: target, ports: textOf(ports) };
  if (typeof target === 'number') return { at, message: 'number' as const, data, related };
  const [meant, ...others] = nearestNames(target, [...new Set(ports.flatMap(({ name }) => name ?? []))]);
  if (meant === undefined || others.length > 0) return { at, message: 'name' as const, data, related };
  return {
    at,
    message: 'near' as const,
    data: { port: target, meant },
    level: 'error' as const,
    fixes: () => meantFix(at, meant),
    related,
  };
}

/** Undefined where an operator may add some. */
function portsOf(pods: readonly KnownObject[]): readonly KeptPort[] | undefined {
  const known: KeptPort[] = [];
  for (const {
    facts: { ports = [] },
  } of pods) {
    if (ports === 'unknown') return undefined;
    pushAll(known, ports);
  }
  return known;
}

function textOf(ports: readonly KeptPort[]): string {
  const texts = ports.map(({ name, port }) => (name === undefined ? String(port) : `${name} (${port})`));
  return texts.length === 0 ? 'none' : [...new Set(texts)].join(', ');
}
