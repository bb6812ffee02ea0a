import type { Decoded, FieldPath, core } from '@podlint/model';
import type { Context } from '../context.js';
import { containerPath, visitContainers } from './visit-containers.js';

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
    context.report.invalid(
      path,
      'Some containers run on the Windows host itself (hostProcess) and others do not, and the two kinds cannot share a pod. Set hostProcess once for the pod.',
      {
        at: path.child('containers'),
      },
    );
  }
  if (!spec.hostNetwork)
    context.report.invalid(
      path.child('hostNetwork'),
      'Containers that run on the Windows host itself (hostProcess) are on its network. Set hostNetwork: true.',
    );
}

function reportDifference(ofPod: boolean, containerPath: FieldPath, path: FieldPath, context: Context): void {
  const options = ['securityContext', 'windowsOptions', 'hostProcess'] as const;
  context.report.invalid(
    containerPath.child(...options),
    `hostProcess is ${ofPod} for the pod and ${!ofPod} here, and all containers of a pod are of one kind. Remove it here.`,
    {
      related: [{ field: path.child(...options), message: 'the value of the pod' }],
    },
  );
}
