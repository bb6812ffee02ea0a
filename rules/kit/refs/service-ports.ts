import { nearestNames } from '@podlint/engine/rule';
import type { KeptPort, KeptServicePort, KnownObject } from './facts.js';

type Port = string | number;

/** The port of a Service that is most likely meant; undefined where it has the port, or nobody knows its ports. */
export function missingPort(
  services: readonly KnownObject[],
  port: Port,
): { readonly near: Port | undefined; readonly ports: string } | undefined {
  const known = services.map(({ facts }) => facts.service);
  if (known.length === 0 || known.some((service) => !service || service.external || hasPort(service.ports, port)))
    return undefined;
  const ports = known[0]?.ports ?? [];
  return { near: nearPort(ports, port), ports: ports.map(textOf).join(', ') };
}

function hasPort(ports: readonly KeptServicePort[], port: Port): boolean {
  return ports.some((one) => (typeof port === 'number' ? one.port === port : one.name === port));
}

/** A name with a slip in it; the only port there is, for a number; its target, where that was meant. */
function nearPort(ports: readonly KeptServicePort[], port: Port): Port | undefined {
  if (typeof port === 'string')
    return only(
      nearestNames(
        port,
        ports.flatMap(({ name }) => name ?? []),
      ),
    );
  return only(ports.filter(({ target }) => target === port))?.port ?? only(ports)?.port;
}

function only<T>(things: readonly T[]): T | undefined {
  return things.length === 1 ? things[0] : undefined;
}

function textOf({ name, port }: KeptPort): string {
  return name === undefined ? String(port) : `${name} (${port})`;
}
