/** Why a container is killed; none: its image changed. */
export type KillReason = 'StartupProbe' | 'LivenessProbe' | 'Unknown';

interface Kill {
  readonly name: string;
  readonly reason?: KillReason | undefined;
}

/** A container that a RestartAllContainers rule removes from the runtime, after killing it where it still runs. */
export interface Reset {
  readonly name: string;
  readonly kill: boolean;
}

/** podActions of pkg/kubelet/kuberuntime/kuberuntime_manager.go. */
export interface PodActions {
  /** Stop every container and the sandbox. */
  killPod: boolean;
  createSandbox: boolean;
  /** Which sandbox it is, from 0; only where one is to be made. */
  attempt?: number;
  /** A name may come twice, or before the container is killed. */
  startInit: string[];
  start: string[];
  kill: Kill[];
  restartAllContainers?: boolean;
  reset?: Reset[];
}
