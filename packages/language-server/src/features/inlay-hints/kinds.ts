/**
 * `imagePullPolicy`: of containers that name none. `qos`: the QoS class of Pods. `probes`: when they kill. `defaults`:
 * numbers that nobody wrote and that decide something.
 */
export type HintKind = 'imagePullPolicy' | 'qos' | 'probes' | 'defaults';

export const hintKinds: readonly HintKind[] = ['imagePullPolicy', 'qos', 'probes', 'defaults'];
