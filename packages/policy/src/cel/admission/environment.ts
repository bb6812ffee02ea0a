import type { Environment, ObjectType } from '../environment.js';
import { authorizerType, resourceCheckType } from '../library/authorizer.js';
import { kubernetesEnvironment } from '../kubernetes.js';
import { dynType, type CelType } from '../types.js';
import { admissionTypes, namespaceType, requestType } from './types.js';
import { variablesType } from './variables.js';

/** What an expression of a policy can use besides the object. */
export interface PolicyNames {
  readonly params: boolean;
  readonly authorizer: boolean;
  /** Undefined: it can use no variables of the policy. */
  readonly variables?: ObjectType | undefined;
}

/** The type of `object` and of others that are not known beforehand; `dyn` unless a schema says more. */
export interface ObjectTypes {
  readonly object?: CelType;
  readonly params?: CelType;
  readonly objects?: readonly ObjectType[];
}

/** The environment of a policy's expressions (apiserver/pkg/admission/plugin/cel/compile.go, createEnvForOpts). */
export function policyEnvironment(
  { params: hasParams, authorizer, variables }: PolicyNames,
  base: Environment = kubernetesEnvironment,
  types: ObjectTypes = {},
): Environment {
  const { object = dynType, params = dynType, objects = [] } = types;
  return base.extend(
    { objects: [...admissionTypes, ...(variables ? [variables] : []), ...objects] },
    {
      object,
      oldObject: object,
      namespaceObject: namespaceType,
      request: requestType,
      ...(variables && { variables: variablesType }),
      ...(hasParams && { params }),
      ...(authorizer && { authorizer: authorizerType, 'authorizer.requestResource': resourceCheckType }),
    },
  );
}
