import { type Decoded, type Minor, type core, qosClass } from '@podlint/model';

type Pod = Decoded<core.Pod>;

/** podStrategy.PrepareForCreate and applySchedulingGatedCondition, pkg/registry/core/pod/strategy.go. */
export function newPodStatus({ spec = {} }: Pod, minor: Minor): Decoded<core.PodStatus> {
  return {
    phase: 'Pending',
    qosClass: qosClass(spec, minor),
    ...(spec.schedulingGates?.length && { conditions: [gatedCondition] }),
  };
}

const gatedCondition: Decoded<core.PodCondition> = {
  type: 'PodScheduled',
  status: 'False',
  reason: 'SchedulingGated',
};
