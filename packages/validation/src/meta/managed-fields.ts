import { defineMessages } from '@podlint/messages';
import type { Decoded, FieldPath, meta } from '@podlint/model';
import type { Context } from '../context.js';
import { byteLength } from '../formats.js';

type ManagedFieldsEntry = Decoded<meta.ManagedFieldsEntry>;

const maxManagerBytes = 128;
const maxSubresourceBytes = 256;

/** What Go's unicode.IsPrint takes: letters, marks, numbers, punctuation, symbols and the ASCII space. */
const unprintable = /[^\p{L}\p{M}\p{N}\p{P}\p{S} ]/u;

const advice = 'Leave metadata.managedFields out: the server keeps it.';

const says = defineMessages('managed-fields', {
  operation: `"{operation}" is neither "Apply" nor "Update". ${advice}`,
  'fields-type': `"{type}" is not "FieldsV1". ${advice}`,
  'manager-too-long': `The manager's name is longer than {limit} bytes. ${advice}`,
  'manager-not-printable': `The manager's name holds a character that cannot be printed. ${advice}`,
  'subresource-too-long': `The subresource's name is longer than {limit} bytes. ${advice}`,
});

/** ValidateManagedFields, apimachinery/pkg/apis/meta/v1/validation. */
export function validateManagedFields(entries: readonly ManagedFieldsEntry[], path: FieldPath, context: Context): void {
  entries.forEach((entry, i) => validateEntry(entry, path.index(i), context));
}

function validateEntry(entry: ManagedFieldsEntry, path: FieldPath, context: Context): void {
  if (entry.operation !== 'Apply' && entry.operation !== 'Update') {
    context.report.invalid(path.child('operation'), says.operation({ operation: entry.operation ?? '' }));
  }
  if (entry.fieldsType && entry.fieldsType !== 'FieldsV1')
    context.report.invalid(path.child('fieldsType'), says['fields-type']({ type: entry.fieldsType }));
  const manager = entry.manager ?? '';
  if (byteLength(manager) > maxManagerBytes)
    context.report.tooLong(path.child('manager'), says['manager-too-long']({ limit: maxManagerBytes }));
  if (unprintable.test(manager)) context.report.invalid(path.child('manager'), says['manager-not-printable']());
  if (byteLength(entry.subresource ?? '') > maxSubresourceBytes) {
    context.report.tooLong(path.child('subresource'), says['subresource-too-long']({ limit: maxSubresourceBytes }));
  }
}
