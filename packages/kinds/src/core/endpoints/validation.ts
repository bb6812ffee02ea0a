import { type Decoded, type Minor, type core, semanticEqual } from '@podlint/model';
import { type Context, dnsSubdomainProblem } from '@podlint/validation';
import type { Strategy } from '../../strategy.js';
import { validateSubsets } from './subsets.js';

type Endpoints = Decoded<core.Endpoints>;

/** Since then what was stored under older rules passes as long as it stays the same (ValidateEndpoints). */
const storedSubsetsPassSince: Minor = 33;

/** pkg/registry/core/endpoint/strategy.go and ValidateEndpoints in pkg/apis/core/validation. */
export const endpointsStrategy: Strategy<Endpoints> = {
  nameProblem: dnsSubdomainProblem,
  updateChecksName: true,
  validateCreate({ subsets = [] }, context) {
    validateSubsets(subsets, context);
  },
  validateUpdate({ subsets = [] }, { subsets: oldSubsets = [] }, context) {
    if (!areSettled(subsets, oldSubsets, context)) validateSubsets(subsets, context);
  },
};

function areSettled(subsets: Endpoints['subsets'], oldSubsets: Endpoints['subsets'], { minor }: Context): boolean {
  return minor >= storedSubsetsPassSince && semanticEqual(subsets, oldSubsets, 'subsets');
}
