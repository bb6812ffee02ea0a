import type { Decoded, core } from '@podlint/model';
import { type Defaulting, defaultResourceList, fill } from '@podlint/model/defaults';

/** SetObjectDefaults_Node, pkg/apis/core/v1/zz_generated.defaults.go. */
export function defaultNode({ status }: Decoded<core.Node>, defaulting: Defaulting): void {
  if (!status) return;
  if (!status.allocatable && status.capacity)
    fill(status, 'allocatable', { ...status.capacity }, 'all of the node is there for pods', defaulting);
  defaultResourceList(status.capacity, defaulting);
  defaultResourceList(status.allocatable, defaulting);
}
