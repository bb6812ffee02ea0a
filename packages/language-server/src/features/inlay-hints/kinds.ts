/**
 * `imagePullPolicy`: of containers that name none. `qos`: the QoS class of Pods. `probes`: when they kill. `defaults`:
 * numbers that nobody wrote and that decide something.
 */
export type HintKind = 'imagePullPolicy' | 'qos' | 'probes' | 'defaults';

export const hintKinds: readonly HintKind[] = ['imagePullPolicy', 'qos', 'probes', 'defaults'];

/** How many hints there are, as the setting says it, and which. */
export const hintAmounts = {
  all: hintKinds,
  few: ['imagePullPolicy', 'qos'],
  off: [],
} as const satisfies Readonly<Record<string, readonly HintKind[]>>;
