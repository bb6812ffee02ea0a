import type { Report } from '@podlint/engine/rule';

export type Message =
  | 'serviceAccount'
  | 'seccomp'
  | 'appArmor'
  | 'annotation'
  | 'inTree'
  | 'flexVolume'
  | 'label'
  | 'master'
  | 'toleration'
  | 'ingressClass'
  | 'storageClass'
  | 'tcpHook';

export type ReportField = Report<Message>;

/** What the server itself warns of is said here with a fix, in the place of its warning. */
export const serverWarning = 'api/warning';

/** The label and the taint of control plane nodes, as kubeadm once called them and as it calls them now. */
export const master = 'node-role.kubernetes.io/master';
export const controlPlane = 'node-role.kubernetes.io/control-plane';
