/**
 * Fields that hold text for other programs: shells, templating and configuration languages have signs of their own in
 * it.
 */
const freeTextFields: ReadonlySet<string | number> = new Set([
  'command',
  'args',
  'value',
  'annotations',
  'data',
  'stringData',
  'binaryData',
]);

/** Whether a field is one of them, or in one. */
export function isFreeText(path: readonly (string | number)[]): boolean {
  return path.some((segment) => freeTextFields.has(segment));
}
