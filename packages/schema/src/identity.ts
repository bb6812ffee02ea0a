import { FieldPath } from '@podlint/field-path';
import { defineMessages, type Message } from '@podlint/messages';
import type { Kind, Minor } from '@podlint/model';
import type { JsonValue, NodeId, YamlDocument } from '@podlint/syntax';
import type { SchemaCode } from './codes.js';
import type { ObjectDescription } from './describe.js';
import { insertFirstFix, replaceFix } from './fixes.js';
import type { ProblemFix, SchemaProblem } from './problem.js';
import { childOf, isObject, nodeAt, valueRangeOf } from './source.js';
import { givenValue } from './value-words.js';

const noApiVersion = 'The object has no apiVersion, so the server cannot tell what it is.';

const says = defineMessages('identity', {
  'no-api-version': `${noApiVersion} Add it, such as "apiVersion: v1" for a Pod.`,
  'no-api-version-of-kind': `${noApiVersion} Add "apiVersion: {known}".`,
  'not-a-version': '"{apiVersion}" is not "version" or "group/version", and the server cannot tell what the object is.',
  'no-kind': 'The object has no kind, so the server cannot tell what it is. Add it, such as "kind: {example}".',
  'not-a-string': '"{field}" takes a string, not {given}: the server cannot tell what the object is.',
  'unknown-kind': `{apiVersion} has no kind "{kind}". Did you mean "{known}"?`,
  'unknown-kind-of-group': `{apiVersion} has no kind "{kind}". Did you mean "{known}"? It is of "{group}".`,
  'no-kind-of-group': `{apiVersion} has no kind "{kind}". Look up what the kind is called.`,
  'pod-security-policy': `Kubernetes has no PodSecurityPolicy since 1.25. Remove it, and label namespaces with a level of Pod Security instead.`,
  'never-served': `{kind} is not served as "{apiVersion}". Use "apiVersion: {known}".`,
  'not-yet-served': `Kubernetes 1.{minor} does not serve {kind} as "{apiVersion}". It came with 1.{since}, and an older server refuses the object. Leave it out for older clusters.`,
  // apimachinery, pkg/apis/meta/v1/unstructured/helpers.go, decode: what has items is a list, whatever it is called.
  'no-items':
    'This {kind} has no "items", so it is not a list. The server has no kind of that name and refuses it. Write "items: []" if it is to be empty.',
  'served-until': `Kubernetes 1.{minor} does not serve {kind} as "{apiVersion}". 1.{until} was the last version with it, and a newer server refuses the object. Leave it out for newer clusters.`,
  'no-longer-served': `{kind} is no longer served as "{apiVersion}". Use "apiVersion: {known}".`,
});

/** An object of which nobody knows yet whether it has a kind. */
export interface UnnamedSource {
  readonly document: YamlDocument;
  readonly start: NodeId;
  readonly json: JsonValue;
}

/** What is wrong about an object's apiVersion and kind; nothing for a known object, another one or none. */
export function identityProblems(source: UnnamedSource, description: ObjectDescription): SchemaProblem[] {
  switch (description.status) {
    case 'undecodable':
      return [...apiVersionProblems(source, description), ...kindProblems(source)];
    case 'wrong-kind':
      return [wrongKind(source, description)];
    case 'list-without-items':
      return [identityProblem(source, 'schema/wrong-kind', 'kind', says['no-items']({ kind: description.kind ?? '' }))];
    case 'unserved':
    case 'wrong-api-version':
      return [wrongApiVersion(source, description)];
    default:
      return [];
  }
}

function apiVersionProblems(source: UnnamedSource, { apiVersion, known }: ObjectDescription): SchemaProblem[] {
  if (isMissing(source, 'apiVersion')) return [missingApiVersion(source, known)];
  if (apiVersion === undefined) return [notAString(source, 'apiVersion')];
  const isWellFormed = apiVersion.split('/').length <= 2 && !apiVersion.endsWith('/');
  return isWellFormed
    ? []
    : [identityProblem(source, 'schema/wrong-api-version', 'apiVersion', says['not-a-version']({ apiVersion }))];
}

function missingApiVersion(source: UnnamedSource, known: ObjectDescription['known']): SchemaProblem {
  return identityProblem(
    source,
    'schema/missing-api-version',
    'apiVersion',
    known ? says['no-api-version-of-kind']({ known: known.apiVersion }) : says['no-api-version'](),
    known ? apiVersionFix(source, known.apiVersion) : [],
  );
}

/** A key that is there without a value gets one: a second key beside it would be a duplicate. */
function apiVersionFix(source: UnnamedSource, apiVersion: string): ProblemFix[] {
  return source.document.child(source.start, 'apiVersion') === undefined
    ? insertFirstFix(source, 'apiVersion', apiVersion)
    : replacement(source, 'apiVersion', apiVersion, 'safe');
}

function kindProblems(source: UnnamedSource): SchemaProblem[] {
  if (isMissing(source, 'kind'))
    return [identityProblem(source, 'schema/missing-kind', 'kind', says['no-kind']({ example: exampleKind(source) }))];
  return typeof childOf(source.json, 'kind') === 'string' ? [] : [notAString(source, 'kind')];
}

/** The kind that fields of its own give away; a Pod otherwise. */
function exampleKind({ json }: UnnamedSource): string {
  if (isObject(childOf(json, 'stringData'))) return 'Secret';
  if (isObject(childOf(json, 'data')) || isObject(childOf(json, 'binaryData'))) return 'ConfigMap';
  const spec = childOf(json, 'spec') ?? null;
  if (isObject(childOf(spec, 'template'))) return 'Deployment';
  if (isObject(childOf(spec, 'jobTemplate'))) return 'CronJob';
  return childOf(spec, 'ports') === undefined ? 'Pod' : 'Service';
}

function isMissing({ json }: UnnamedSource, name: string): boolean {
  return [undefined, null, ''].includes(childOf(json, name) as undefined);
}

function notAString(source: UnnamedSource, field: string): SchemaProblem {
  return identityProblem(
    source,
    'schema/wrong-type',
    field,
    says['not-a-string']({ field, given: givenValue(childOf(source.json, field) ?? null) }),
  );
}

function wrongKind(source: UnnamedSource, { apiVersion = '', kind = '', known }: ObjectDescription): SchemaProblem {
  if (!known) {
    const message = says['no-kind-of-group']({ apiVersion, kind });
    return identityProblem(source, 'schema/wrong-kind', 'kind', message, []);
  }
  if (known.apiVersion !== apiVersion) {
    const message = says['unknown-kind-of-group']({ apiVersion, kind, known: known.kind, group: known.apiVersion });
    return identityProblem(source, 'schema/wrong-kind', 'kind', message, []);
  }
  return identityProblem(
    source,
    'schema/wrong-kind',
    'kind',
    says['unknown-kind']({ apiVersion, kind, known: known.kind }),
    replacement(source, 'kind', known.kind, 'safe'),
  );
}

function wrongApiVersion(
  source: UnnamedSource,
  { status, apiVersion = '', kind = '', known }: ObjectDescription,
): SchemaProblem {
  const wasServed = status === 'unserved';
  if (!known)
    return identityProblem(source, 'schema/wrong-api-version', 'apiVersion', says['pod-security-policy'](), []);
  return identityProblem(
    source,
    'schema/wrong-api-version',
    'apiVersion',
    says[wasServed ? 'no-longer-served' : 'never-served']({ kind, apiVersion, known: known.apiVersion }),
    // Old versions had other defaults and asked for less (a selector, for one), so that the new name alone may not do.
    replacement(source, 'apiVersion', known.apiVersion, wasServed ? 'unsafe' : 'safe'),
  );
}

/** Whether that version has the kind in that group/version. */
export function isServed({ since = 0, until = Infinity }: Kind, minor: Minor): boolean {
  return since <= minor && minor <= until;
}

/** What is wrong about an object of a kind that came later than that version, or went before it. */
export function unservedProblem(
  source: UnnamedSource,
  { apiVersion, kind, since = 0, until = 0 }: Kind,
  minor: Minor,
): SchemaProblem {
  const message =
    minor < since
      ? says['not-yet-served']({ minor, kind, apiVersion, since })
      : says['served-until']({ minor, kind, apiVersion, until });
  return identityProblem(source, 'schema/wrong-api-version', 'apiVersion', message);
}

function replacement(
  source: UnnamedSource,
  name: string,
  value: string | undefined,
  safety: ProblemFix['safety'],
): ProblemFix[] {
  const node = nodeAt(source, FieldPath.root.child(name));
  return node === undefined || value === undefined ? [] : replaceFix(source, node, value, safety);
}

function identityProblem(
  source: UnnamedSource,
  code: SchemaCode,
  name: string,
  message: Message,
  fixes: readonly ProblemFix[] = [],
): SchemaProblem {
  const { document } = source;
  const path = FieldPath.root.child(name);
  const node = nodeAt(source, path);
  // Without the field the object's first line is the place.
  const range = node === undefined ? firstKey(source) : valueRangeOf(document, node);
  return { code, message, path, range, related: [], fixes };
}

function firstKey({ document, start }: UnnamedSource): SchemaProblem['range'] {
  const [first] = document.children(start);
  return (first === undefined ? undefined : document.keyRange(first)) ?? document.rangeOf(start);
}
