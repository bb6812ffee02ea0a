import { set, type PodView } from '@podlint/engine/rule';
import { controlRule } from '../../kit/pod-security/control-rule.js';
import { unsafe } from '../../kit/pod-security/violated.js';

export default controlRule({
  id: 'pod-security/host-process',
  summary: 'A HostProcess container of Windows, under baseline',
  brief: 'HostProcess containers',
  demand: 'A container may not run on its Windows node itself.',
  mend: ({ pod }) => unsafe('Set hostProcess to false in the whole Pod', hostProcesses(pod)),
});

/** The server takes no Pod with containers of both sorts (validateWindowsHostProcessPod, pkg/apis/core). */
function hostProcesses({ spec, at, containers }: PodView) {
  const contexts = [
    { context: spec.securityContext, place: at.securityContext },
    ...containers.map((one) => ({ context: one.value.securityContext, place: one.at.securityContext })),
  ];
  return contexts
    .filter(({ context }) => context?.windowsOptions?.hostProcess === true)
    .map(({ place }) => set(place.windowsOptions.hostProcess, false));
}
