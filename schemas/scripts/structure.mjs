// Reads the structure of every kind that podlint judges (field names, types, what is required, how lists merge; no
// prose) out of the OpenAPI document inside k8s.io/kubernetes: schemas/data/<version>.json, one field a line, and
// schemas/data/provenance.json.
import { downloadModule, kubernetesModules, openApiDocument } from './modules.mjs';
import { referenceOf, shortName } from './openapi.mjs';
import { reachableDefinitions } from './reachable.mjs';

/**
 * Definitions that Go decodes with a method of its own (UnmarshalJSON), under the names that packages/schema gives
 * these types.
 * The document calls Quantity a string, IntOrString a string and FieldsV1 an object; the decoder also takes a number, a
 * number, anything.
 */
const ownDecoders = {
  'io.k8s.apimachinery.pkg.api.resource.Quantity': 'quantity',
  'io.k8s.apimachinery.pkg.util.intstr.IntOrString': 'int-or-string',
  'io.k8s.apimachinery.pkg.apis.meta.v1.Time': 'time',
  'io.k8s.apimachinery.pkg.apis.meta.v1.MicroTime': 'micro-time',
  'io.k8s.apimachinery.pkg.apis.meta.v1.FieldsV1': 'raw',
  'io.k8s.apimachinery.pkg.runtime.RawExtension': 'raw',
  'io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.JSON': 'raw',
  'io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.JSONSchemaPropsOrBool': 'schema-or-bool',
  'io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.JSONSchemaPropsOrArray': 'schema-or-list',
  'io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.JSONSchemaPropsOrStringArray': 'schema-or-texts',
};
const plainTypes = {
  'string ': 'string',
  'string byte': 'bytes',
  'boolean ': 'boolean',
  'integer int32': 'int32',
  'integer int64': 'int64',
  'number double': 'number',
};

function typeOf(property, place) {
  const reference = referenceOf(property);
  if (reference) return ownDecoders[reference] ?? shortName(reference);
  if (property.type === 'array' && property.items.type === 'string') return 'strings';
  const type = plainTypes[`${property.type} ${property.format ?? ''}`];
  if (!type) throw new Error(`${place}: no Go type known for ${property.type} ${property.format}`);
  return type;
}

function shapeOf(property, place) {
  if (property.type === 'array') return { type: typeOf(property.items, place), shape: 'list' };
  if (property.additionalProperties) return { type: typeOf(property.additionalProperties, place), shape: 'map' };
  return { type: typeOf(property, place) };
}

function fieldOf(property, required, place) {
  const field = shapeOf(property, place);
  if (required) field.required = true;
  const listType = property['x-kubernetes-list-type'];
  const keys = property['x-kubernetes-list-map-keys'];
  const mergeKey = property['x-kubernetes-patch-merge-key'];
  if (listType) field.listType = listType;
  if (keys) field.keys = keys;
  if (mergeKey) field.mergeKey = mergeKey;
  return field;
}

function fieldsOf({ properties = {}, required = [] }, definition) {
  const names = Object.keys(properties).sort();
  return Object.fromEntries(
    names.map((name) => [name, fieldOf(properties[name], required.includes(name), `${definition}.${name}`)]),
  );
}

/** Short definition name -> field name -> field. */
function structureOf(module) {
  const { definitions } = openApiDocument(module);
  const names = reachableDefinitions(definitions).filter((name) => !ownDecoders[name]);
  return Object.fromEntries(names.map((name) => [shortName(name), fieldsOf(definitions[name], name)]));
}

/** JSON with one field a line, so that two versions can be compared line by line. */
function oneFieldALine(definitions) {
  const blocks = Object.entries(definitions).map(([name, fields]) => {
    const lines = Object.entries(fields).map(
      ([field, value]) => `  ${JSON.stringify(field)}: ${JSON.stringify(value)}`,
    );
    return ` ${JSON.stringify(name)}: {${lines.length > 0 ? `\n${lines.join(',\n')}\n ` : ''}}`;
  });
  return `{\n${blocks.join(',\n')}\n}\n`;
}

function provenance() {
  const rows = kubernetesModules.map(({ minor, version }) => {
    const { Sum: sum } = downloadModule('k8s.io/kubernetes', version);
    return [`1.${minor}`, { module: 'k8s.io/kubernetes', version, sum }];
  });
  return `${JSON.stringify(Object.fromEntries(rows), null, 1)}\n`;
}

export function structureFiles() {
  const versions = kubernetesModules.map((module) => [
    `schemas/data/1.${module.minor}.json`,
    oneFieldALine(structureOf(module)),
  ]);
  return Object.fromEntries([...versions, ['schemas/data/provenance.json', provenance()]]);
}
