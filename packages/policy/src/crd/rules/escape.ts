import { own } from '@podlint/plain';

/** Words of CEL that are no names of fields (apiserver/pkg/cel/escaping.go). */
const reserved: ReadonlySet<string> = new Set([
  'true',
  'false',
  'null',
  'in',
  'as',
  'break',
  'const',
  'continue',
  'else',
  'for',
  'function',
  'if',
  'import',
  'let',
  'loop',
  'package',
  'namespace',
  'return',
  'var',
  'void',
  'while',
]);
const signs: Readonly<Record<string, string>> = {
  __: '__underscores__',
  '.': '__dot__',
  '-': '__dash__',
  '/': '__slash__',
};

/** The name of a field in expressions; undefined where it has none. */
export function escapedName(name: string): string | undefined {
  if (reserved.has(name)) return `__${name}__`;
  if (!/^[A-Za-z_./-][A-Za-z0-9_./-]*$/.test(name)) return undefined;
  return name.replaceAll(/__|[-./]/g, (sign) => own(signs, sign) ?? sign);
}

/** Whether the name is a word of CEL; as a field it can be written as it is too (recognizeKeywordAsFieldName). */
export function isReserved(name: string): boolean {
  return reserved.has(name);
}
