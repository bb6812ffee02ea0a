/** Every code of the decoding stage. API: never renamed without an alias. */
export const schemaCodes = {
  'schema/unknown-field': { severity: 'error', summary: 'A field that the server does not know' },
  'schema/misplaced-field': { severity: 'error', summary: 'A field that exists, but at another level of the object' },
  'schema/wrong-type': { severity: 'error', summary: 'A value of a type that the field cannot hold' },
  'schema/duplicate-key': {
    severity: 'error',
    tags: ['unnecessary'],
    summary: 'A key that one mapping has twice',
  },
  'schema/missing-api-version': { severity: 'error', summary: 'An object without apiVersion' },
  'schema/missing-kind': { severity: 'error', summary: 'An object without kind' },
  'schema/wrong-api-version': { severity: 'error', summary: 'A kind under an apiVersion that does not have it' },
  'schema/wrong-kind': {
    severity: 'error',
    summary: 'A kind that does not exist, such as one with a slip in its name',
  },
  'schema/placeholder': {
    severity: 'warning',
    summary: 'A placeholder such as `${NAME}` where the server needs the value',
  },
} as const satisfies Record<
  string,
  { severity: 'error' | 'warning'; tags?: readonly ['unnecessary']; summary: string }
>;

export type SchemaCode = keyof typeof schemaCodes;
