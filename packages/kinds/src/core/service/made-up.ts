import { smallest } from '@podlint/plain';
import type { Service, ServiceSpec } from './types.js';

export type Family = 'IPv4' | 'IPv6';

/** Stand for addresses that the server takes out of its ranges. */
export const allocatedIps: Readonly<Record<Family, string>> = { IPv4: '<IPv4>', IPv6: '<IPv6>' };

/** Ports that the server takes out of its range are numbers below zero here, so that each is another one. */
export function isAllocatedPort(port: number | undefined): boolean {
  return port !== undefined && port < 0;
}

/** A port that nothing of the services has yet. */
export function nextAllocatedPort(...specs: readonly (ServiceSpec | undefined)[]): number {
  const taken = specs.flatMap((spec) => [
    spec?.healthCheckNodePort ?? 0,
    ...(spec?.ports ?? []).map(({ nodePort = 0 }) => nodePort),
  ]);
  return Math.min(0, smallest(taken)) - 1;
}

const hiddenIp = '<ip>';
const hiddenPort = '<port>';

/** Writes what the server would make up in a way that nobody takes for an address or a port. */
export function hideAllocated(stored: Service): void {
  const { spec } = stored;
  if (!spec) return;
  const values = Object.values(allocatedIps);
  const hidden = (ip: string): string => (values.includes(ip) ? hiddenIp : ip);
  if (spec.clusterIP) spec.clusterIP = hidden(spec.clusterIP);
  if (spec.clusterIPs) spec.clusterIPs = spec.clusterIPs.map(hidden);
  if (isAllocatedPort(spec.healthCheckNodePort)) Object.assign(spec, { healthCheckNodePort: hiddenPort });
  for (const port of spec.ports ?? [])
    if (isAllocatedPort(port.nodePort)) Object.assign(port, { nodePort: hiddenPort });
}
