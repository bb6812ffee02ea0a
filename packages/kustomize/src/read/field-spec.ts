import type { FieldSpec } from '../config/field-spec.js';
import { embedded, flag, list, struct, text, type Decoder } from './decode.js';

const name = embedded(text);
/** Which kinds something is about. */
export const gvkFields = { group: name, version: name, kind: name };

export const fieldSpec: Decoder<FieldSpec> = struct({ ...gvkFields, path: text, create: flag }, 'FieldSpec');
/** As a prefix or suffix takes it: its file is read by another reader. */
export const affixFieldSpec: Decoder<FieldSpec> = struct({
  group: text,
  version: text,
  kind: text,
  path: text,
  create: flag,
});
export const backReference = struct<{
  group: string;
  version: string;
  kind: string;
  fieldSpecs: FieldSpec[] | undefined;
}>({ ...gvkFields, fieldSpecs: list(fieldSpec) });
export type DecodedBackReference = ReturnType<typeof backReference>;
