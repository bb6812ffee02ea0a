import { defineMessages } from '@podlint/messages';
import type { Decoded, FieldPath, resource } from '@podlint/model';
import { type Context, byteLength, requireField } from '@podlint/validation';
import type { ExpressionAge } from '../late-checks.js';
import { validateDriverName } from './names.js';

const says = defineMessages('device-configuration', {
  'too-large': 'The parameters take {bytes} bytes as JSON, and {limit} are allowed. Make them fewer.',
  'not-an-object': 'Parameters are an object with named fields. Write them as a map.',
});

/** DeviceConfigMaxSize. */
export const maxConfigurations = 32;
/** OpaqueParametersMaxLength. */
const maxBytes = 10 * 1024;

/** validateDeviceConfiguration, pkg/apis/resource/validation. */
export function validateConfiguration(
  { opaque }: { readonly opaque?: Decoded<resource.OpaqueDeviceConfiguration> },
  age: ExpressionAge,
  path: FieldPath,
  context: Context,
): void {
  const opaquePath = path.child('opaque');
  requireField(opaque, opaquePath, context);
  if (!opaque) return;
  validateDriverName(opaque.driver ?? '', opaquePath.child('driver'), context);
  validateParameters(opaque.parameters, age, opaquePath.child('parameters'), context);
}

/** validateRawExtension: the size of stored ones is let pass. */
function validateParameters(parameters: unknown, age: ExpressionAge, path: FieldPath, context: Context): void {
  if (parameters === undefined || parameters === null) {
    requireField(undefined, path, context);
    return;
  }
  const bytes = jsonBytes(parameters);
  if (age === 'new' && bytes > maxBytes) context.report.tooLong(path, says['too-large']({ bytes, limit: maxBytes }));
  else if (typeof parameters !== 'object' || Array.isArray(parameters))
    context.report.invalid(path, says['not-an-object']());
}

/** What Go writes as six characters (json.HTMLEscape). */
const escapedInGo = /[<>&\u2028\u2029]/g;

function jsonBytes(value: unknown): number {
  return byteLength(JSON.stringify(value).replace(escapedInGo, '\\u0000'));
}
