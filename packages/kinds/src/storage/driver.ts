import { defineMessages } from '@podlint/messages';
import type { FieldPath } from '@podlint/model';
import { type Context, type StringMap, byteLength, qualifiedNameProblem, requireName } from '@podlint/validation';

const says = defineMessages('driver-parameters', {
  'too-many': '{count} parameters are too many; the server takes {limit}. Keep the rest where the driver reads it.',
  'empty-key': 'A parameter without a name means nothing to a driver. Name it, or remove it.',
  'too-large': 'The parameters take {bytes} bytes together; the server stores {limit} at most.',
  none: 'The class asks its driver for nothing. Set at least one parameter.',
});

const maxParameters = 512;
const maxParameterBytes = 256 * 1024;

/** validateProvisioner, pkg/apis/storage/validation: who makes the volumes, in letters of any case. */
export function validateDriver(name: string | undefined, path: FieldPath, context: Context): void {
  requireName(name, path, (text) => qualifiedNameProblem(text.toLowerCase()), context);
}

/** validateParameters. */
export function validateParameters(parameters: StringMap = {}, path: FieldPath, { report }: Context): void {
  const entries = Object.entries(parameters);
  if (entries.length > maxParameters) {
    report.tooLong(path, says['too-many']({ count: entries.length, limit: maxParameters }));
    return;
  }
  if (Object.hasOwn(parameters, '')) report.invalid(path, says['empty-key'](), { at: path.key(''), inKey: true });
  const bytes = entries.reduce((sum, [key, value = '']) => sum + byteLength(key) + byteLength(value), 0);
  if (bytes > maxParameterBytes) report.tooLong(path, says['too-large']({ bytes, limit: maxParameterBytes }));
}

/** The same for a class that is nothing but its parameters. */
export function requireParameters(parameters: StringMap = {}, path: FieldPath, context: Context): void {
  validateParameters(parameters, path, context);
  if (Object.keys(parameters).length === 0) context.report.required(path, says.none());
}
