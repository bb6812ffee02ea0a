import { objectMeta } from '../object/metadata.js';
import { fieldsOf, type Shape } from '../values/decode.js';

const texts: Shape = { list: 'string' };
const lazySchema: Shape = { lazy: () => jsonSchema };
const schemaOrBool: Shape = { if: 'boolean', then: 'bool', else: lazySchema };
const schemaOrList: Shape = { if: 'list', then: { list: lazySchema }, else: lazySchema };
const schemaOrTexts: Shape = { if: 'list', then: texts, else: lazySchema };

/** apiextensions/v1, JSONSchemaProps */
const jsonSchema: Shape = {
  fields: fieldsOf({
    id: 'string',
    $schema: 'string',
    $ref: 'string',
    description: 'string',
    type: 'string',
    format: 'string',
    title: 'string',
    default: 'json',
    maximum: 'number',
    exclusiveMaximum: 'bool',
    minimum: 'number',
    exclusiveMinimum: 'bool',
    maxLength: 'int64',
    minLength: 'int64',
    pattern: 'string',
    maxItems: 'int64',
    minItems: 'int64',
    uniqueItems: 'bool',
    multipleOf: 'number',
    enum: { list: 'json' },
    maxProperties: 'int64',
    minProperties: 'int64',
    required: texts,
    items: schemaOrList,
    allOf: { list: lazySchema },
    oneOf: { list: lazySchema },
    anyOf: { list: lazySchema },
    not: lazySchema,
    properties: { map: lazySchema },
    additionalProperties: schemaOrBool,
    patternProperties: { map: lazySchema },
    dependencies: { map: schemaOrTexts },
    additionalItems: schemaOrBool,
    definitions: { map: lazySchema },
    externalDocs: { fields: fieldsOf({ description: 'string', url: 'string' }) },
    example: 'json',
    nullable: 'bool',
    'x-kubernetes-preserve-unknown-fields': 'bool',
    'x-kubernetes-embedded-resource': 'bool',
    'x-kubernetes-int-or-string': 'bool',
    'x-kubernetes-list-map-keys': texts,
    'x-kubernetes-list-type': 'string',
    'x-kubernetes-map-type': 'string',
    'x-kubernetes-validations': {
      list: {
        fields: fieldsOf({
          rule: 'string',
          message: 'string',
          messageExpression: 'string',
          reason: 'string',
          fieldPath: 'string',
          optionalOldSelf: 'bool',
        }),
      },
    },
  }),
};

const service: Shape = {
  fields: fieldsOf({ namespace: 'string', name: 'string', path: 'string', port: 'int64' }),
};
const names: Shape = {
  fields: fieldsOf({
    plural: 'string',
    singular: 'string',
    shortNames: texts,
    kind: 'string',
    listKind: 'string',
    categories: texts,
  }),
};
const conversion: Shape = {
  fields: fieldsOf({
    strategy: 'string',
    webhook: {
      fields: fieldsOf({
        clientConfig: { fields: fieldsOf({ url: 'string', service, caBundle: 'string' }) },
        conversionReviewVersions: texts,
      }),
    },
  }),
};
const version: Shape = {
  fields: fieldsOf({
    name: 'string',
    served: 'bool',
    storage: 'bool',
    deprecated: 'bool',
    deprecationWarning: 'string',
    schema: { fields: fieldsOf({ openAPIV3Schema: lazySchema }) },
    subresources: {
      fields: fieldsOf({
        status: { fields: fieldsOf({}) },
        scale: {
          fields: fieldsOf({ specReplicasPath: 'string', statusReplicasPath: 'string', labelSelectorPath: 'string' }),
        },
      }),
    },
    additionalPrinterColumns: {
      list: {
        fields: fieldsOf({
          name: 'string',
          type: 'string',
          format: 'string',
          description: 'string',
          priority: 'int64',
          jsonPath: 'string',
        }),
      },
    },
    selectableFields: { list: { fields: fieldsOf({ jsonPath: 'string' }) } },
  }),
};

/** apiextensions/v1, CustomResourceDefinition */
export const customResourceDefinition: Shape = {
  fields: fieldsOf({
    apiVersion: 'string',
    kind: 'string',
    metadata: objectMeta,
    spec: {
      fields: fieldsOf({
        group: 'string',
        names,
        scope: 'string',
        versions: { list: version },
        conversion,
        preserveUnknownFields: 'bool',
      }),
    },
    status: {
      fields: fieldsOf({
        conditions: {
          list: {
            fields: fieldsOf({
              type: 'string',
              status: 'string',
              lastTransitionTime: 'time',
              reason: 'string',
              message: 'string',
              observedGeneration: 'int64',
            }),
          },
        },
        acceptedNames: names,
        storedVersions: texts,
        observedGeneration: 'int64',
      }),
    },
  }),
};
