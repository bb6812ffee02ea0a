import { timeZones } from '@podlint/schemas';

let known: ReadonlySet<string> | undefined;

/** Whether the API server knows the time zone by this name; case counts. */
export function isTimeZone(name: string): boolean {
  known ??= new Set(timeZones);
  return known.has(name);
}
