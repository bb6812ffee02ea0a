import { own } from '@podlint/plain';
import { kindModules } from '@podlint/kinds';
import type { ResourceView } from './views.js';

/** Whether the server takes the status out of a new object. Of a kind that podlint does not judge nobody knows. */
export function ignoresStatus({ judged }: ResourceView): boolean {
  return judged !== undefined && own(kindModules, judged.kind.definition)?.keepsStatus !== true;
}
