import { FieldPath } from '@podlint/field-path';
import { nodeAt } from '../findings/locate.js';
import type { Judged } from './mend.js';
import { moveUnder } from './move-under.js';

const labelsOfJobs = FieldPath.root.child('spec', 'template', 'metadata', 'labels');
const jobNameLabels = ['batch.kubernetes.io/job-name', 'job-name'].map((label) => labelsOfJobs.key(label));

/**
 * Fields that are not written, and have the value of another one that is wrong: what is wrong with that value is said
 * once.
 */
export function foldCopied({ inspected: { object }, judgement: { findings } }: Judged): void {
  if (!object) return;
  for (const copy of [...findings]) {
    const source = sourceOf(copy.path);
    if (!source || nodeAt(object.document, object.node, copy.path) !== undefined) continue;
    const cause = findings.find(({ code, path }) => code === copy.code && path.equals(source));
    if (cause) moveUnder(cause, [copy], findings);
  }
}

/** Where the server takes the value of a field from, if nothing sets it. */
function sourceOf(path: FieldPath): FieldPath | undefined {
  const { kind, segment, holder } = path;
  // generateSelector, pkg/registry/batch/job/strategy.go.
  if (jobNameLabels.some((label) => path.equals(label))) return FieldPath.root.child('metadata', 'name');
  // SetDefaults_Pod, pkg/apis/core/v1/defaults.go.
  if (kind === 'key' && holder.segment === 'requests') return holder.holder.child('limits').key(String(segment));
  // SetDefaults_Service, in the same file.
  if (segment === 'targetPort') return holder.child('port');
  // defaultHostNetworkPorts, in the same file.
  return segment === 'hostPort' ? holder.child('containerPort') : undefined;
}
