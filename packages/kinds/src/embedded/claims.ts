import { own } from '@podlint/plain';
import type { FieldError } from '@podlint/validation';

const mounts: ReadonlySet<string | number> = new Set(['volumeMounts', 'volumeDevices']);

/** A container mounts what the template itself does not have. */
export function isAboutVolume({ type, field }: FieldError): boolean {
  return type === 'FieldValueNotFound' && field.segments.some((segment) => mounts.has(segment));
}

/** Whether a spec has a list there, of which a controller makes volumes. */
export function hasList(spec: unknown, ...way: readonly string[]): boolean {
  const list = way.reduce(
    (value, name) =>
      typeof value === 'object' && value !== null ? own(value as Record<string, unknown>, name) : undefined,
    spec,
  );
  return Array.isArray(list);
}
