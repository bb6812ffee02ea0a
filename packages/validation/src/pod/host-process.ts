import { defineMessages } from '@podlint/messages';
import type { Decoded, FieldPath, core } from '@podlint/model';
import type { Context } from '../context.js';
import { containerPath, visitContainers } from './visit-containers.js';

const says = defineMessages('host-process', {
  mixed:
    'Containers with hostProcess and others cannot share a Pod. Some run on the Windows host itself here, and others do not. Set hostProcess once for the pod.',
  'no-host-network':
    'Containers that run on the Windows host itself (hostProcess) are on its network. Set hostNetwork: true.',
  differs:
    'hostProcess is {ofPod} for the pod and {ofContainer} here, and all containers of a pod are of one kind. Remove it here.',
  'pod-value': 'the value of the pod',
});

type PodSpec = Decoded<core.PodSpec>;

/**
 * Windows containers that run on the host itself (validateWindowsHostProcessPod,
 * pkg/apis/core/validation/validation.go).
 */
export function validateHostProcess(spec: PodSpec, path: FieldPath, context: Context): void {
  const ofPod = spec.securityContext?.windowsOptions?.hostProcess;
  let containers = 0;
  let hostProcesses = 0;
  visitContainers(spec, ({ securityContext }, list, i) => {
    const ofContainer = securityContext?.windowsOptions?.hostProcess;
    containers++;
    if (ofContainer ?? ofPod) hostProcesses++;
    if (ofPod !== undefined && ofContainer !== undefined && ofPod !== ofContainer)
      reportDifference(ofPod, containerPath(path, list, i), path, context);
  });
  if (hostProcesses === 0) return;
  if (hostProcesses < containers) {
    context.report.invalid(path, says.mixed(), {
      at: path.child('containers'),
    });
  }
  if (!spec.hostNetwork) context.report.invalid(path.child('hostNetwork'), says['no-host-network']());
}

function reportDifference(ofPod: boolean, containerPath: FieldPath, path: FieldPath, context: Context): void {
  const options = ['securityContext', 'windowsOptions', 'hostProcess'] as const;
  context.report.invalid(
    containerPath.below(options),
    says.differs({ ofPod: String(ofPod), ofContainer: String(!ofPod) }),
    {
      related: [{ field: path.below(options), message: says['pod-value']() }],
    },
  );
}
