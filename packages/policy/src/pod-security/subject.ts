import { FieldPath } from '@podlint/field-path';
import { applyDefaults, completeNewPod, convertToInternal } from '@podlint/kinds';
import { defaultVersion, findKind, type Kind } from '@podlint/model';
import { Place } from './place.js';

/** A Pod, or the template of Pods in a controller. */
export interface Subject {
  readonly metadata: Place;
  readonly spec: Place;
}

export interface ObjectWithKind {
  readonly apiVersion?: unknown;
  readonly kind?: unknown;
}

/** The kind with Pods that an object is; undefined for others. */
export function podKindOf(object: ObjectWithKind): Kind | undefined {
  const kind = findKind(String(object.apiVersion), String(object.kind));
  return kind?.podTemplate ? kind : undefined;
}

/**
 * What the standards look at, as the server's admission sees it: with its defaults. Undefined where the object has no
 * Pods, or a controller has no template.
 */
export function subjectOf(object: ObjectWithKind): Subject | undefined {
  const kind = podKindOf(object);
  if (!kind) return undefined;
  const template = templateOf(kind, withDefaults(kind, object));
  return template.isSet ? { metadata: template.at('metadata'), spec: template.at('spec') } : undefined;
}

function withDefaults(kind: Kind, object: object): object {
  const copy = decoded(object);
  applyDefaults(kind, copy, defaultVersion.minor);
  convertToInternal(kind, copy);
  // AppArmor's annotations become fields, in a Pod and not in a template.
  if (kind.kind === 'Pod') completeNewPod(copy, defaultVersion.minor);
  return copy;
}

/** A copy as Go decodes JSON: a field that is null is not set, and an item that is null is empty. */
function decoded<Value>(value: Value): Value {
  return JSON.parse(JSON.stringify(value), withoutNull) as Value;
}

function withoutNull(this: unknown, _key: string, value: unknown): unknown {
  if (value !== null) return value;
  return Array.isArray(this) ? {} : undefined;
}

function templateOf({ podTemplate = [] }: Kind, object: object): Place {
  const place = new Place(object, FieldPath.root);
  const [first, ...rest] = podTemplate;
  return first === undefined ? place : place.at(first, ...rest);
}

/** All containers: init, main and ephemeral (visitor.go, visitContainers). */
export function containersOf({ spec }: Subject): readonly Place[] {
  return ['initContainers', 'containers', 'ephemeralContainers'].flatMap((list) => spec.at(list).items);
}

/** A security context of the Pod and those of its containers. */
export function securityContextsOf(subject: Subject): readonly Place[] {
  return [subject.spec.at('securityContext'), ...containerContextsOf(subject)];
}

export function containerContextsOf(subject: Subject): readonly Place[] {
  return containersOf(subject).map((container) => container.at('securityContext'));
}

/** From 1.25 on some checks leave Pods alone that say they run on Windows, where these fields have no meaning. */
export function isWindows({ spec }: Subject): boolean {
  return spec.at('os', 'name').value === 'windows';
}

/** A Pod in a user namespace of its own; its root is nobody on the node. From 1.35 on some checks let it be root. */
export function isInUserNamespace({ spec }: Subject): boolean {
  return spec.at('hostUsers').value === false;
}
