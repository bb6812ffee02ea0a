import { type Message, defineMessages } from '@podlint/messages';
import type { FieldPath, Minor } from '@podlint/model';
import {
  type Context,
  type ErrorDetails,
  byteLength,
  checkName,
  dnsSubdomainProblem,
  requireField,
  validateCsiDriverName,
} from '@podlint/validation';
import type { MapLimits } from './items.js';

const says = defineMessages('device-name', {
  'too-long': '"{name}" is longer than {limit} bytes. Make it shorter.',
  'no-name': 'The name is empty. Write one.',
  'no-domain': 'There is nothing before the "/". Write a domain, such as "gpu.example.com".',
  'nothing-behind': 'There is nothing after the "/". Write a name.',
  'not-an-identifier':
    '"{name}" cannot be a name here: it may hold only letters, digits and "_", and must not start with a digit.',
  'not-qualified': '"{name}" names no domain. Write the domain of the driver, "/" and the name.',
});

/** Any number of names: a domain of 63 bytes, "/" and an identifier of 32 (attributeAndCapacityMaxKeyLength). */
export const qualifiedNameLimits: MapLimits = { entries: Infinity, keyBytes: 63 + 1 + 32 };
const maxPoolNameBytes = 253;
const maxIdentifierBytes = 32;
/** Before this minor parts that are absent counted as required ones. */
const absentPartsInvalidSince: Minor = 35;

/** The driver of a device: named as a CSI driver is. */
export const validateDriverName = validateCsiDriverName;

/** validatePoolName: subdomains, with "/" between them. */
export function validatePoolName(name: string | undefined, path: FieldPath, context: Context): void {
  requireField(name || undefined, path, context);
  if (!name) return;
  if (byteLength(name) > maxPoolNameBytes)
    context.report.tooLong(path, says['too-long']({ name, limit: maxPoolNameBytes }));
  for (const part of name.split('/')) checkName(part, path, dnsSubdomainProblem, context);
}

/** validateQualifiedName: `name` or `domain/name`; more slashes are let pass. `details`: where the name is written. */
export function validateQualifiedName(name: string, path: FieldPath, context: Context, details?: ErrorDetails): void {
  const [first = '', second, ...more] = name.split('/');
  if (name === '' && context.minor < absentPartsInvalidSince) {
    context.report.required(path, says['no-name'](), details);
  } else if (second === undefined) validateIdentifier(first, path, context, details);
  else if (more.length === 0) {
    validateDomain(first, path, context, details);
    if (second === '') reportAbsent(says['nothing-behind'](), path, context, details);
    else validateIdentifier(second, path, context, details);
  }
}

/** validateFullyQualifiedName: `domain/name`. */
export function validateFullyQualifiedName(name: string, path: FieldPath, context: Context): void {
  validateQualifiedName(name, path, context);
  const isAbsent = name === '' && context.minor < absentPartsInvalidSince;
  if (!name.includes('/') && !isAbsent) context.report.invalid(path, says['not-qualified']({ name }));
}

function validateDomain(domain: string, path: FieldPath, context: Context, details?: ErrorDetails): void {
  if (domain === '') reportAbsent(says['no-domain'](), path, context, details);
  else validateDriverName(domain, path, context, details);
}

function reportAbsent(message: Message, path: FieldPath, { report, minor }: Context, details?: ErrorDetails): void {
  if (minor < absentPartsInvalidSince) report.required(path, message, details);
  else report.invalid(path, message, details);
}

/** validateCIdentifier. */
function validateIdentifier(name: string, path: FieldPath, { report }: Context, details?: ErrorDetails): void {
  if (byteLength(name) > maxIdentifierBytes)
    report.tooLong(path, says['too-long']({ name, limit: maxIdentifierBytes }), details);
  if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(name)) report.invalid(path, says['not-an-identifier']({ name }), details);
}
