import { defineMessages, type Message } from '@podlint/messages';
import { labelsMatch, type Decoded, type admissionregistration } from '@podlint/model';
import type { Json } from '../../crd/values/json.js';
import { labelsOf, metadataOf, textAt } from '../objects/resource.js';

const says = defineMessages('policy-parameters', {
  'unknown-kind': 'no kind {kind} ({apiVersion}) is known, which paramKind names',
  'needs-namespace':
    'params of a namespace cannot be found for an object outside of namespaces; set paramRef.namespace',
  'no-namespace': 'paramRef.namespace is set, and objects of the kind {kind} live outside of namespaces',
  'not-found': 'no params were found for the binding, and parameterNotFoundAction is Deny',
});

type ParamKind = Decoded<admissionregistration.ParamKind>;
type ParamRef = Decoded<admissionregistration.ParamRef>;

export type ParamScope = 'Namespaced' | 'Cluster';

/** The objects that policies can have as params. */
export interface ParamSource {
  /** Undefined: the cluster has no such kind. */
  scopeOf(kind: ParamKind): ParamScope | undefined;
  /** The objects of a kind, those of all namespaces among them. */
  objectsOf(kind: ParamKind): readonly Json[];
}

/** Params to evaluate a policy with, each by itself; null: it is evaluated without. */
export type Params = readonly (Json | null)[] | { readonly fault: Message };

/** Why a policy cannot be used at all, whatever its bindings say. */
export function faultOfParamKind(kind: ParamKind | undefined, source: ParamSource): Message | undefined {
  if (!kind || source.scopeOf(kind) !== undefined) return undefined;
  return says['unknown-kind']({ kind: kind.kind ?? '', apiVersion: kind.apiVersion ?? '' });
}

/** CollectParams, policy/generic/policy_dispatcher.go. */
export function collectParams(
  kind: ParamKind | undefined,
  ref: ParamRef | undefined,
  namespace: string,
  source: ParamSource,
): Params {
  if (!kind || !ref) return [null];
  const { namespace: named = '' } = ref;
  const isNamespaced = source.scopeOf(kind) === 'Namespaced';
  if (isNamespaced && named === '' && namespace === '') return { fault: says['needs-namespace']() };
  if (!isNamespaced && named !== '') return { fault: says['no-namespace']({ kind: kind.kind ?? '' }) };
  const inPlace = source
    .objectsOf(kind)
    .filter((object) => !isNamespaced || namespaceOf(object) === (named || namespace));
  const found = inPlace.filter((object) => isReferred(object, ref));
  if (found.length === 0 && ref.parameterNotFoundAction === 'Deny') return { fault: says['not-found']() };
  return found;
}

function namespaceOf(object: Json): string {
  return textAt(metadataOf(object), 'namespace');
}

function isReferred(object: Json, { name = '', selector }: ParamRef): boolean {
  return name === '' ? labelsMatch(selector, labelsOf(object)) : textAt(metadataOf(object), 'name') === name;
}
