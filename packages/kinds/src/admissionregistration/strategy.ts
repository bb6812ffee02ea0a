import { type Context, dnsSubdomainProblem, type KubernetesObject } from '@podlint/validation';
import type { Strategy } from '../strategy.js';
import { validateStaticSuffix } from './static-suffix.js';

/**
 * What the strategies of policies, bindings and webhook configurations share: pkg/registry/admissionregistration, the
 * strategy.go of each kind, and pkg/apis/admissionregistration/validation.
 * @param validate checks an object; `old` is undefined for one that is created
 */
export function admissionStrategy<T extends KubernetesObject>(
  validate: (object: T, old: T | undefined, context: Context) => void,
): Strategy<T> {
  return {
    nameProblem: dnsSubdomainProblem,
    checksMetadata: 'plainly',
    updateChecksName: true,
    countsGenerations: true,
    validateCreate(object, context) {
      validate(object, undefined, context);
      validateStaticSuffix(object, context);
    },
    validateUpdate: validate,
  };
}
