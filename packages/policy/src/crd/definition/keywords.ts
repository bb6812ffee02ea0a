interface Keyword {
  readonly name: string;
  /** At the root of a schema with a status subresource. */
  readonly allowed: boolean;
}

const of = (names: string, allowed: boolean): Keyword[] => names.split(' ').map((name) => ({ name, allowed }));

/** Texts behind a pointer: an empty one is said. */
export const pointedTexts: readonly string[] = ['x-kubernetes-list-type', 'x-kubernetes-map-type'];

/** The keywords in upstream's order (apis/apiextensions/types_jsonschema.go); the first stray one is reported. */
export const metaKeywords: readonly Keyword[] = [
  ...of('id $schema $ref', false),
  ...of('description type', true),
  ...of('nullable', false),
  ...of('format title', true),
  ...of('default', false),
  ...of('maximum exclusiveMaximum minimum exclusiveMinimum maxLength minLength pattern', true),
  ...of('maxItems minItems uniqueItems multipleOf', true),
  ...of('enum maxProperties minProperties', false),
  ...of('required items', true),
  ...of('allOf oneOf anyOf not', false),
  ...of('properties', true),
  ...of('additionalProperties patternProperties dependencies additionalItems definitions', false),
  ...of('externalDocs example x-kubernetes-preserve-unknown-fields', true),
  ...of('x-kubernetes-embedded-resource x-kubernetes-int-or-string', false),
  ...of('x-kubernetes-list-map-keys x-kubernetes-list-type x-kubernetes-map-type', false),
  ...of('x-kubernetes-validations', true),
];
