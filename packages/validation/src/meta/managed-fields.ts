import type { Decoded, FieldPath, meta } from '@podlint/model';
import type { Context } from '../context.js';
import { byteLength } from '../formats.js';

type ManagedFieldsEntry = Decoded<meta.ManagedFieldsEntry>;

const maxManagerBytes = 128;
const maxSubresourceBytes = 256;

/** What Go's unicode.IsPrint takes: letters, marks, numbers, punctuation, symbols and the ASCII space. */
const unprintable = /[^\p{L}\p{M}\p{N}\p{P}\p{S} ]/u;

const advice = 'Leave metadata.managedFields out: the server keeps it.';

/** ValidateManagedFields, apimachinery/pkg/apis/meta/v1/validation. */
export function validateManagedFields(entries: readonly ManagedFieldsEntry[], path: FieldPath, context: Context): void {
  entries.forEach((entry, i) => validateEntry(entry, path.index(i), context));
}

function validateEntry(entry: ManagedFieldsEntry, path: FieldPath, context: Context): void {
  if (entry.operation !== 'Apply' && entry.operation !== 'Update') {
    context.report.invalid(
      path.child('operation'),
      `"${entry.operation ?? ''}" is neither "Apply" nor "Update". ${advice}`,
    );
  }
  if (entry.fieldsType && entry.fieldsType !== 'FieldsV1')
    context.report.invalid(path.child('fieldsType'), `"${entry.fieldsType}" is not "FieldsV1". ${advice}`);
  const manager = entry.manager ?? '';
  if (byteLength(manager) > maxManagerBytes)
    context.report.tooLong(
      path.child('manager'),
      `The manager's name is longer than ${maxManagerBytes} bytes. ${advice}`,
    );
  if (unprintable.test(manager))
    context.report.invalid(
      path.child('manager'),
      `The manager's name holds a character that cannot be printed. ${advice}`,
    );
  if (byteLength(entry.subresource ?? '') > maxSubresourceBytes) {
    context.report.tooLong(
      path.child('subresource'),
      `The subresource's name is longer than ${maxSubresourceBytes} bytes. ${advice}`,
    );
  }
}
