import { pathSegmentNameProblem } from '@podlint/validation';
import type { Strategy } from '../strategy.js';

/** ValidateRBACName, pkg/apis/rbac/validation: nothing but a part of a URL, also where it only begins a name. */
export const rbacNames: Pick<Strategy, 'nameProblem' | 'generateNameProblem' | 'updateChecksName'> = {
  nameProblem: pathSegmentNameProblem,
  generateNameProblem: () => pathSegmentNameProblem,
  updateChecksName: true,
};
