import { own } from '@podlint/plain';
import type { FieldError } from '@podlint/validation';

/** A container mounts what the template itself does not have. */
export function isAboutVolume({ type, field }: FieldError): boolean {
  return type === 'FieldValueNotFound' && /\.volume(?:Mounts|Devices)\[/.test(field.toString());
}

/** Whether a spec has a list with that name, of which a controller makes volumes. */
export function hasList(spec: unknown, name: string): boolean {
  return typeof spec === 'object' && spec !== null && Array.isArray(own(spec as Record<string, unknown>, name));
}
