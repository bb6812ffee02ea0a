import type { FieldPath } from '@podlint/field-path';
import { nodeAt } from '../findings/locate.js';
import type { Judged } from './mend.js';
import { moveUnder } from './move-under.js';

/**
 * A limit without a request of its name is taken for the request, too (SetDefaults_Pod, pkg/apis/core/v1/defaults.go):
 * what is wrong with the limit is said once.
 */
export function foldDefaultedRequests({ inspected: { object }, judgement: { findings } }: Judged): void {
  if (!object) return;
  for (const request of findings.filter(({ path }) => isRequest(path))) {
    if (nodeAt(object.document, object.node, request.path) !== undefined) continue;
    const limit = findings.find((other) => other.code === request.code && isSameAmount(other.path, request.path));
    if (limit) moveUnder(limit, [request], findings);
  }
}

function isRequest(path: FieldPath): boolean {
  return path.kind === 'key' && path.holder.segment === 'requests';
}

function isSameAmount(limit: FieldPath, request: FieldPath): boolean {
  return (
    limit.kind === 'key' &&
    limit.segment === request.segment &&
    limit.holder.segment === 'limits' &&
    limit.holder.holder.equals(request.holder.holder)
  );
}
