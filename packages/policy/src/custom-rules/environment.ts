import type { Minor } from '@podlint/model';
import { policyEnvironment } from '../cel/admission/environment.js';
import type { Environment, ObjectType } from '../cel/environment.js';
import { environmentOf } from '../cel/kubernetes.js';
import { dynType } from '../cel/types.js';

/** The names under which an expression finds the Pod of an object, whatever its kind. */
export const podNames = { template: 'podTemplate', spec: 'podSpec' } as const;

/** That of a policy which is stored in a cluster of the version, with the names of the Pod. */
export function ruleEnvironment(minor: Minor, variables?: ObjectType): Environment {
  const names = { params: false, authorizer: false, variables };
  const { template, spec } = podNames;
  return policyEnvironment(names, environmentOf(minor)).extend({}, { [template]: dynType, [spec]: dynType });
}
