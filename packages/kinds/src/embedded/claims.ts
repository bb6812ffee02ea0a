import { own } from '@podlint/plain';
import type { FieldError } from '@podlint/validation';

const mounts: ReadonlySet<string | number> = new Set(['volumeMounts', 'volumeDevices']);

/** A container mounts what the template itself does not have. */
export function isAboutVolume({ type, field }: FieldError): boolean {
  return type === 'FieldValueNotFound' && field.segments.some((segment) => mounts.has(segment));
}

/** Whether a spec has a list with that name, of which a controller makes volumes. */
export function hasList(spec: unknown, name: string): boolean {
  return typeof spec === 'object' && spec !== null && Array.isArray(own(spec as Record<string, unknown>, name));
}
