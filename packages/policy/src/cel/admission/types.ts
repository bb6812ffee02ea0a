import type { ObjectType } from '../environment.js';
import {
  boolType,
  dynType,
  intType,
  listOf,
  mapOf,
  objectType,
  stringType,
  timestampType,
  type CelType,
} from '../types.js';

type Fields = Readonly<Record<string, CelType>>;

function object(name: string, fields: Fields): ObjectType {
  const known = new Map(Object.entries(fields));
  return { name: `kubernetes.${name}`, field: (field) => known.get(field), fieldNames: () => known.keys() };
}

const named = (name: string): CelType => objectType(`kubernetes.${name}`);
const texts = listOf(stringType);
const labels = mapOf(stringType, stringType);

export const requestType = named('AdmissionRequest');
export const namespaceType = named('Namespace');

/** The types of `request` and `namespaceObject` (apiserver/pkg/admission/plugin/cel/compile.go). */
export const admissionTypes: readonly ObjectType[] = [
  object('AdmissionRequest', {
    kind: named('GroupVersionKind'),
    resource: named('GroupVersionResource'),
    subResource: stringType,
    requestKind: named('GroupVersionKind'),
    requestResource: named('GroupVersionResource'),
    requestSubResource: stringType,
    name: stringType,
    namespace: stringType,
    operation: stringType,
    userInfo: named('UserInfo'),
    dryRun: boolType,
    options: dynType,
  }),
  object('GroupVersionKind', { group: stringType, version: stringType, kind: stringType }),
  object('GroupVersionResource', { group: stringType, version: stringType, resource: stringType }),
  object('UserInfo', { username: stringType, uid: stringType, groups: texts, extra: mapOf(stringType, texts) }),
  object('Namespace', {
    metadata: named('NamespaceMetadata'),
    spec: named('NamespaceSpec'),
    status: named('NamespaceStatus'),
  }),
  object('NamespaceMetadata', {
    name: stringType,
    generateName: stringType,
    namespace: stringType,
    labels,
    annotations: labels,
    // Upstream declares the uid under Go's name, so `metadata.uid` does not compile.
    UID: stringType,
    creationTimestamp: timestampType,
    deletionGracePeriodSeconds: intType,
    deletionTimestamp: timestampType,
    generation: intType,
    resourceVersion: stringType,
    finalizers: texts,
  }),
  object('NamespaceSpec', { finalizers: texts }),
  object('NamespaceStatus', { conditions: listOf(named('NamespaceCondition')), phase: stringType }),
  object('NamespaceCondition', {
    status: stringType,
    type: stringType,
    lastTransitionTime: timestampType,
    message: stringType,
    reason: stringType,
  }),
];
