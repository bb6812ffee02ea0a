// Takes out of a CustomResourceDefinition what says nothing about its objects: prose above all.

/** @param source where it comes from: `github.com/cert-manager/cert-manager v1.21.2` */
export function shortened(definition, source) {
  const { group, names, scope, versions } = definition.spec;
  return {
    apiVersion: definition.apiVersion,
    kind: definition.kind,
    metadata: {
      name: definition.metadata.name,
      annotations: { ...approvalOf(definition), 'podlint.io/source': source },
    },
    spec: { group, names: { kind: names.kind, plural: names.plural }, scope, versions: versions.map(shortVersion) },
  };
}

/** The server asks for it in the groups of the Kubernetes community. */
function approvalOf({ metadata }) {
  const approval = metadata.annotations?.['api-approved.kubernetes.io'];
  return approval === undefined ? {} : { 'api-approved.kubernetes.io': approval };
}

function shortVersion({ name, served, storage, schema, subresources }) {
  const openAPIV3Schema = schemaWithoutProse(schema.openAPIV3Schema);
  return { name, served, storage, schema: { openAPIV3Schema }, ...(subresources && { subresources }) };
}

const prose = new Set(['description', 'title', 'example', 'externalDocs']);
const schemaKeywords = new Set(['items', 'not', 'additionalProperties']);
const listKeywords = new Set(['allOf', 'anyOf', 'oneOf']);

function schemaWithoutProse(schema) {
  if (typeof schema !== 'object' || schema === null) return schema;
  const kept = Object.entries(schema).filter(([keyword]) => !prose.has(keyword));
  return Object.fromEntries(kept.map(([keyword, value]) => [keyword, valueWithoutProse(keyword, value)]));
}

function valueWithoutProse(keyword, value) {
  if (schemaKeywords.has(keyword)) return schemaWithoutProse(value);
  if (listKeywords.has(keyword)) return value?.map(schemaWithoutProse) ?? null;
  if (keyword !== 'properties') return value;
  return Object.fromEntries(Object.entries(value).map(([name, schema]) => [name, schemaWithoutProse(schema)]));
}
