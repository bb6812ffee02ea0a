import { fieldBelow, pathOf, referenceAt, type Field, type FindingInRun, type RunObject } from '@podlint/engine/rule';
import type { KeptReference, KnownObject } from './facts.js';
import { meantFix } from './meaning.js';
import { missingPort } from './service-ports.js';

export const portMessages = {
  nearPort: 'Service "{service}" has no port {port}. Did you mean {meant}?',
  noPort: 'Service "{service}" has no port {port}. It has: {ports}.',
  service: 'the ports of the Service',
} as const;

/** What is to be said of the port that a backend names; undefined where the Service has it. */
export function wrongPort(
  object: RunObject,
  reference: KeptReference,
  services: readonly KnownObject[],
): FindingInRun<keyof typeof portMessages> | undefined {
  const { port, name: service } = reference;
  const missing = port === undefined ? undefined : missingPort(services, port);
  const [first] = services;
  if (!missing || !first || port === undefined) return undefined;
  const at = portAt(object, reference, port);
  const related = [
    {
      object: first.object,
      at: (first.object.at as unknown as { spec: { ports: Field } }).spec.ports,
      message: 'service' as const,
    },
  ];
  const { near, ports } = missing;
  return near === undefined
    ? { at, message: 'noPort' as const, data: { service, port, ports }, related }
    : {
        at,
        message: 'nearPort' as const,
        data: { service, port, meant: near },
        fixes: () => meantFix(at, near),
        related,
      };
}

/** Beside the name: `port`, of an Ingress `port.name` or `port.number`. */
function portAt(object: RunObject, { pattern, items }: KeptReference, port: string | number): Field {
  const name = referenceAt(object, pattern, items);
  const beside = siblingOf(object, pathOf(name).segments.slice(0, -1));
  if (object.kindName !== 'Ingress') return beside('port');
  return beside('port', typeof port === 'number' ? 'number' : 'name');
}

function siblingOf({ at }: RunObject, way: readonly (string | number)[]) {
  return (...names: readonly string[]): Field => fieldBelow(at, [...way, ...names]);
}
