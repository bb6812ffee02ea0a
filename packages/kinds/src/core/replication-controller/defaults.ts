import type { Decoded, core } from '@podlint/model';
import { type DefaultTable, type Defaulting, defaultPodSpec, fillAbsent, fillLabels } from '@podlint/model/defaults';
import { oneReplica } from '../../default-reasons.js';

const replicationControllerDefaults: DefaultTable<Decoded<core.ReplicationControllerSpec>> = [
  ['replicas', 1, oneReplica],
];

/** pkg/apis/core/v1/defaults.go, SetDefaults_ReplicationController; its template is a pointer and may be missing. */
export function defaultReplicationController(
  object: Decoded<core.ReplicationController>,
  defaulting: Defaulting,
): void {
  const spec = (object.spec ??= {});
  const labels = spec.template?.metadata?.labels;
  fillLabels(spec, 'selector', labels, "the template's labels select the pods", defaulting);
  fillLabels(
    (object.metadata ??= {}),
    'labels',
    labels,
    "the template's labels, because the object has none",
    defaulting,
  );
  fillAbsent(spec, replicationControllerDefaults, defaulting);
  if (spec.template) defaultPodSpec((spec.template.spec ??= {}), defaulting);
}
