import { own } from '@podlint/plain';
import { findKind, findKindByName, kinds, type Kind, type Structured } from '@podlint/model';
import { otherKinds } from '@podlint/schemas';
import type { JsonValue } from '@podlint/syntax';
import { fragmentKind, isPartOf } from './fragment.js';
import { servedInstead } from './served.js';
import { isObject } from './source.js';
import { nearestNames } from '@podlint/plain/spelling';

/**
 * - `known`: podlint judges it.
 * - `unserved`: its apiVersion served the kind once; `wrong-api-version`: it never did; `wrong-kind`: a slip in a
 *   kind's name, or no kind at all; `list-without-items`: no list, as only `items` makes one.
 *   The server has no such kind, and `known` is the one that was meant, if there is one.
 * - `undecodable`: apiVersion or kind missing, not a string or not a group/version; `known` where the kind says which.
 * - `other`: an object of another kind. `fragment`: a part cut out of a Pod. `not-kubernetes`: none of these.
 */
export type ObjectStatus =
  | 'known'
  | 'unserved'
  | 'wrong-api-version'
  | 'wrong-kind'
  | 'list-without-items'
  | 'undecodable'
  | 'other'
  | 'fragment'
  | 'not-kubernetes';

export interface ObjectDescription {
  readonly status: ObjectStatus;
  /** As written, where they are strings. */
  readonly apiVersion?: string;
  readonly kind?: string;
  readonly known?: Kind | undefined;
  /**
   * What the structure is of, where apiVersion and kind do not say it: a Pod, or the part of one that a fragment is.
   */
  readonly resembles?: Structured | undefined;
}

/**
 * What an object calls itself, read as the server reads it before it decodes anything (SimpleMetaFactory.Interpret).
 */
export function describeObject(json: JsonValue): ObjectDescription {
  if (!isObject(json)) return { status: 'not-kubernetes' };
  const [apiVersion, kind] = [typeMeta(json, 'apiVersion'), typeMeta(json, 'kind')];
  if (typeof apiVersion === 'string' && typeof kind === 'string' && isGroupVersion(apiVersion) && kind !== '') {
    if (isListKind(apiVersion, kind) && own(json, 'items') === undefined)
      return { status: 'list-without-items', apiVersion, kind };
    const { status, known } = classify(apiVersion, kind);
    return { status, apiVersion, kind, known };
  }
  const named = { ...(typeof apiVersion === 'string' && { apiVersion }), ...(typeof kind === 'string' && { kind }) };
  const known = named.kind === undefined ? undefined : findKindByName(named.kind);
  return looksLikeObject(json, named.apiVersion, known)
    ? { status: 'undecodable', ...named, known }
    : { ...named, ...describeNameless(json) };
}

function describeNameless(json: { [key: string]: JsonValue }): Pick<ObjectDescription, 'status' | 'resembles'> {
  if (isPod(json))
    return hasMoreThanSpec(json) ? { status: 'undecodable', resembles: findKind('v1', 'Pod') } : { status: 'fragment' };
  const resembles = fragmentKind(json);
  return resembles ? { status: 'fragment', resembles } : { status: 'not-kubernetes' };
}

/** `v1 List`, which stands for objects of any kind, or the list of a kind. No server has them. */
function isListKind(apiVersion: string, kind: string): boolean {
  if (!kind.endsWith('List')) return false;
  const isOfAny = apiVersion === 'v1' && kind === 'List';
  return isOfAny || findKind(apiVersion, kind.slice(0, -'List'.length)) !== undefined;
}

const podFields = ['apiVersion', 'kind', 'metadata', 'spec', 'status'];

/** Nobody forgets apiVersion, kind and metadata at once: what an injector or an operator is configured by has a spec alone. */
function hasMoreThanSpec(json: { [key: string]: JsonValue }): boolean {
  return Object.keys(json).length > 1;
}

/** A spec that can only be a Pod's, and nothing that a Pod does not have. */
function isPod(json: { [key: string]: JsonValue }): boolean {
  return isPartOf('core.v1.PodSpec', json['spec']) && Object.keys(json).every((name) => podFields.includes(name));
}

/**
 * encoding/json, unlike the decoder after it, does not mind the case of a key; of several the last one counts, in the
 * order of their bytes.
 */
function typeMeta(object: { [key: string]: JsonValue }, name: string): JsonValue | undefined {
  if (own(object, name) !== undefined && own(object, name) !== null) return own(object, name);
  const keys = Object.keys(object).filter(
    (key) => key.toLowerCase() === name.toLowerCase() && own(object, key) !== null,
  );
  return own(object, keys.sort().at(-1) ?? name);
}

/** schema.ParseGroupVersion, and the version must not be empty. */
function isGroupVersion(apiVersion: string): boolean {
  const parts = apiVersion.split('/');
  return parts.length <= 2 && parts.at(-1) !== '';
}

/**
 * Whether a mapping that does not name apiVersion and kind properly was meant to be one of podlint's objects, and is
 * not some other YAML.
 */
function looksLikeObject(
  json: { [key: string]: JsonValue },
  apiVersion: string | undefined,
  known: Kind | undefined,
): boolean {
  if (known) return true;
  const ours = apiVersion !== undefined && kinds.some((kind) => kind.apiVersion === apiVersion);
  return ours
    ? isObject(json['metadata']) || isObject(json['spec'])
    : isObject(json['metadata']) && isObject(json['spec']);
}

function classify(apiVersion: string, kind: string): { status: ObjectStatus; known?: Kind | undefined } {
  const known = findKind(apiVersion, kind);
  if (known) return { status: 'known', known };
  const instead = servedInstead(apiVersion, kind);
  if (instead) return { status: 'unserved', known: instead };
  const namesake = findKindByName(kind);
  if (namesake && isBuiltIn(apiVersion)) return { status: 'wrong-api-version', known: namesake };
  const meant = meantKind(apiVersion, kind);
  if (meant) return { status: 'wrong-kind', known: meant };
  if (!isNoKind(apiVersion, kind)) return { status: 'other' };
  return { status: kind === 'PodSecurityPolicy' ? 'unserved' : 'wrong-kind' };
}

/** The groups of Kubernetes itself that have no dot. */
export const groupsWithoutDot: ReadonlySet<string> = new Set(['apps', 'autoscaling', 'batch', 'extensions', 'policy']);

/** What is sent to a part of another object: no manifest is of such a kind, and no server says that it has none. */
const kindsOfSubresources: ReadonlySet<string> = new Set(['DeleteOptions', 'Eviction', 'Scale']);

/**
 * Whether no server can have the kind: nobody but Kubernetes adds kinds to these groups, as the group of a definition has a
 * dot (apiextensions-apiserver/pkg/apis/apiextensions/validation, validateCustomResourceDefinitionSpec). The core group is
 * left out, as OpenShift had kinds of its own in it.
 */
function isNoKind(apiVersion: string, kind: string): boolean {
  const [group = '', version] = apiVersion.split('/');
  if (version === undefined || !groupsWithoutDot.has(group) || kindsOfSubresources.has(kind)) return false;
  return !allKinds.some((candidate) => candidate.apiVersion === apiVersion && candidate.kind === kind);
}

/** The kind that a slip in its name hides: of the same group and version, or of another one, where Kubernetes has all kinds. */
function meantKind(apiVersion: string, kind: string): Kind | undefined {
  const own = allKinds.filter((candidate) => candidate.apiVersion === apiVersion);
  if (own.some((candidate) => candidate.kind === kind)) return undefined;
  const [nearest] = nearestKinds(kind, own);
  if (nearest || own.length === 0) return nearest;
  return nearestKinds(kind, kinds)[0];
}

const allKinds: readonly Kind[] = [...kinds, ...Object.values(otherKinds)];

function nearestKinds(kind: string, among: readonly Kind[]): Kind[] {
  const names = nearestNames(
    kind,
    among.map((candidate) => candidate.kind),
  );
  return among.filter((candidate) => names.includes(candidate.kind));
}

/** A custom resource may bear the name of a built-in kind, and its group has a dot in it. */
function isBuiltIn(apiVersion: string): boolean {
  const group = apiVersion.includes('/') ? apiVersion.split('/')[0]! : '';
  return !group.includes('.') || group.endsWith('.k8s.io');
}
