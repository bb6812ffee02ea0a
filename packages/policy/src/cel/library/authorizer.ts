import { declare, method, type Library, type Operation } from '../environment.js';
import { boolType, objectType, stringType } from '../types.js';
import { says } from '../values/failures.js';
import { Failure } from '../values/value.js';

const named = (name: string) => objectType(`kubernetes.authorization.${name}`);

export const authorizerType = named('Authorizer');
export const resourceCheckType = named('ResourceCheck');
const pathCheckType = named('PathCheck');
const groupCheckType = named('GroupCheck');
const decisionType = named('Decision');

/** Who may do what only a cluster knows. */
const unanswerable =
  (name: string): Operation =>
  () =>
    new Failure(says['not-supported']({ function: name }));

const check = (
  name: string,
  ...overloads: readonly (readonly [string, ReturnType<typeof named>[], ReturnType<typeof named>])[]
) => declare(name, ...overloads.map(([id, args, result]) => method(id, args, result, unanswerable(name))));

/** Declared so that expressions with an authorizer are checked (apiserver/pkg/cel/library/authz.go). */
export const authorizerLibrary: Library = {
  functions: [
    check('path', ['authorizer_path', [authorizerType, stringType], pathCheckType]),
    check('group', ['authorizer_group', [authorizerType, stringType], groupCheckType]),
    check('serviceAccount', ['authorizer_serviceaccount', [authorizerType, stringType, stringType], authorizerType]),
    check('resource', ['groupcheck_resource', [groupCheckType, stringType], resourceCheckType]),
    check('subresource', ['resourcecheck_subresource', [resourceCheckType, stringType], resourceCheckType]),
    check('namespace', ['resourcecheck_namespace', [resourceCheckType, stringType], resourceCheckType]),
    check('name', ['resourcecheck_name', [resourceCheckType, stringType], resourceCheckType]),
    check(
      'check',
      ['pathcheck_check', [pathCheckType, stringType], decisionType],
      ['resourcecheck_check', [resourceCheckType, stringType], decisionType],
    ),
    check('errored', ['decision_errored', [decisionType], boolType]),
    check('error', ['decision_error', [decisionType], stringType]),
    check('allowed', ['decision_allowed', [decisionType], boolType]),
    check('reason', ['decision_reason', [decisionType], stringType]),
    check('fieldSelector', ['authorizer_fieldselector', [resourceCheckType, stringType], resourceCheckType]),
    check('labelSelector', ['authorizer_labelselector', [resourceCheckType, stringType], resourceCheckType]),
  ],
};
