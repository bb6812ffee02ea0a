import type { Family } from './family.js';
import { objectFamilies } from './families/objects.js';
import { policyFamilies } from './families/policy.js';
import { syntaxFamilies } from './families/syntax.js';
import { workFamilies } from './families/work.js';

export const families: readonly Family[] = [...syntaxFamilies, ...objectFamilies, ...workFamilies, ...policyFamilies];
