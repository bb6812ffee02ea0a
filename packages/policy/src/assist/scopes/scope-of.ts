import type { Minor } from '@podlint/model';
import { deviceEnvironment, sharedDevice } from '../../cel/devices/environment.js';
import { optionalOf } from '../../cel/types.js';
import { own } from '@podlint/plain';
import { isList, isObject, valueAt, type Json } from '../../crd/values/json.js';
import { podNames } from '../../custom-rules/environment.js';
import { policyEnvironment } from '../../cel/admission/environment.js';
import type { Environment, ObjectType } from '../../cel/environment.js';
import { typeOfDefinition } from '../../admission/type-check/structure-types.js';
import type { KindScope } from '../expression-name.js';
import { selfOf } from './defined-object.js';
import { baseOfRules, baseOfStored, sortsCalled, type DefinedKind } from './kinds.js';
import { policyScopes, type PolicySpec } from './policy.js';
import { knownVariables } from './variables.js';

/** An expression in an object: who holds it, and the way down to it. */
export interface ExpressionPlace {
  readonly object: unknown;
  readonly path: readonly (string | number)[];
  readonly minor: Minor;
  /** Kinds with a definition that are known. */
  readonly defined: readonly DefinedKind[];
}

/** What an expression can use, once for each kind of object that it may be about; undefined: the field holds none. */
export function scopeOf({ object, path, minor, defined }: ExpressionPlace): readonly KindScope[] | undefined {
  if (!isObject(object)) return undefined;
  const kind = `${String(own(object, 'apiVersion')).split('/')[0]}/${String(own(object, 'kind'))}`;
  const use = { path, way: path.filter((part) => typeof part === 'string').join('.'), minor, defined };
  const scope = Object.hasOwn(byKind, kind) ? byKind[kind] : undefined;
  return scope?.(object, use);
}

interface Use extends Omit<ExpressionPlace, 'object'> {
  /** The path without the places in lists. */
  readonly way: string;
}

type Scope = (object: Json, use: Use) => readonly KindScope[] | undefined;

const ofPolicy: Scope = (object, { path, way, minor, defined }) => {
  const found = Object.hasOwn(inPolicies, way) ? inPolicies[way] : undefined;
  if (!found) return undefined;
  const spec = own(object, 'spec');
  const [, , index] = path;
  const variables = found.variables === 'before' ? Number(index) : found.variables === 'all' ? Infinity : 0;
  const { authorizer = true, makes = 'value' } = found;
  return policyScopes(isObject(spec) ? readSpec(spec) : {}, { authorizer, makes, variables, minor, defined });
};

interface FieldOfPolicy {
  readonly variables: 'all' | 'before' | 'none';
  readonly authorizer?: false;
  readonly makes?: 'patches';
}

const inPolicies: Readonly<Record<string, FieldOfPolicy>> = {
  'spec.matchConditions.expression': { variables: 'none' },
  'spec.variables.expression': { variables: 'before' },
  'spec.validations.expression': { variables: 'all' },
  'spec.validations.messageExpression': { variables: 'all', authorizer: false },
  'spec.auditAnnotations.valueExpression': { variables: 'all' },
  'spec.mutations.applyConfiguration.expression': { variables: 'all', makes: 'patches' },
  'spec.mutations.jsonPatch.expression': { variables: 'all', makes: 'patches' },
};

/** What is written in a spec, of the types that it should have. */
function readSpec(spec: Json): PolicySpec {
  const constraints = own(spec, 'matchConstraints');
  const paramKind = own(spec, 'paramKind');
  return {
    matchConstraints: {
      resourceRules: objectsIn(isObject(constraints) ? own(constraints, 'resourceRules') : []).map(readRule),
    },
    ...(isObject(paramKind) && {
      paramKind: { apiVersion: textOf(paramKind, 'apiVersion'), kind: textOf(paramKind, 'kind') },
    }),
    variables: variablesIn(own(spec, 'variables')),
  };
}

function readRule(rule: Json) {
  const texts = (name: string): string[] => {
    const list = own(rule, name);
    return isList(list) ? list.filter((item) => typeof item === 'string') : [];
  };
  return { apiGroups: texts('apiGroups'), apiVersions: texts('apiVersions'), resources: texts('resources') };
}

function variablesIn(list: unknown): { readonly name: string; readonly expression: string }[] {
  return objectsIn(list).map((one) => ({ name: textOf(one, 'name'), expression: textOf(one, 'expression') }));
}

function objectsIn(list: unknown): readonly Json[] {
  return isList(list) ? list.map((item) => (isObject(item) ? item : {})) : [];
}

function textOf(object: Json, name: string): string {
  const value = own(object, name);
  return typeof value === 'string' ? value : '';
}

const ofWebhooks: Scope = (object, { path, way, minor, defined }) => {
  if (way !== 'webhooks.matchConditions.expression') return undefined;
  const webhook = objectsIn(own(object, 'webhooks'))[Number(path[1])] ?? {};
  const matchConstraints = { resourceRules: objectsIn(own(webhook, 'rules')).map(readRule) };
  return policyScopes({ matchConstraints }, { authorizer: true, makes: 'value', variables: 0, minor, defined });
};

const ofDefinition: Scope = (object, { path }) => {
  const at = path.lastIndexOf('x-kubernetes-validations');
  const last = path.at(-1);
  if (at !== path.length - 3 || (last !== 'rule' && last !== 'messageExpression')) return undefined;
  const schema = valueAt(object, path.slice(0, at));
  const rule = valueAt(schema, path.slice(at, -1));
  const { self, objects } = selfOf(schema, path[at - 1] === 'openAPIV3Schema');
  const oldSelf = isObject(rule) && own(rule, 'optionalOldSelf') === true ? optionalOf(self) : self;
  return [{ kind: undefined, environment: baseOfRules.extend({ objects }, { self, oldSelf }) }];
};

const ofDevices: Scope = (_, { way, minor }) =>
  /(?:^|\.)selectors\.cel\.expression$/.test(way)
    ? [{ kind: undefined, environment: deviceEnvironment(minor - 1, sharedDevice) }]
    : undefined;

const byKind: Readonly<Record<string, Scope>> = {
  'admissionregistration.k8s.io/ValidatingAdmissionPolicy': ofPolicy,
  'admissionregistration.k8s.io/MutatingAdmissionPolicy': ofPolicy,
  'admissionregistration.k8s.io/ValidatingWebhookConfiguration': ofWebhooks,
  'admissionregistration.k8s.io/MutatingWebhookConfiguration': ofWebhooks,
  'apiextensions.k8s.io/CustomResourceDefinition': ofDefinition,
  'resource.k8s.io/DeviceClass': ofDevices,
  'resource.k8s.io/ResourceClaim': ofDevices,
  'resource.k8s.io/ResourceClaimTemplate': ofDevices,
};

const inRules = ['expression', 'messageExpression', 'variables.expression'];

/** The same for an expression in `customRules` of a config file; `object` is the config. */
export function scopeOfRule({ object, path, minor, defined }: ExpressionPlace): readonly KindScope[] | undefined {
  const [list, index, ...below] = path;
  const way = below.filter((part) => typeof part === 'string').join('.');
  if (!isObject(object) || list !== 'customRules' || !inRules.includes(way)) return undefined;
  const rule = objectsIn(own(object, 'customRules'))[Number(index)] ?? {};
  const variables = variablesIn(own(rule, 'variables'));
  const usable = below[0] === 'variables' ? variables.slice(0, Number(below[1])) : variables;
  return sortsCalled(kindsOfRule(rule), defined).map(({ kind, type, objects }) => {
    const make = (known: ObjectType): Environment =>
      policyEnvironment({ params: false, authorizer: false, variables: known }, baseOfStored(minor), {
        object: type,
        objects,
      }).extend({}, podTypes);
    return { kind, environment: make(knownVariables(usable, make)) };
  });
}

const podTypes = {
  [podNames.template]: typeOfDefinition('core.v1.PodTemplateSpec'),
  [podNames.spec]: typeOfDefinition('core.v1.PodSpec'),
};

function kindsOfRule(rule: Json): readonly string[] {
  const match = own(rule, 'match');
  const named = isObject(match) ? own(match, 'kinds') : undefined;
  const names = isList(named) ? named : [named];
  return names.filter((name) => typeof name === 'string').filter((name) => !name.includes('*'));
}
