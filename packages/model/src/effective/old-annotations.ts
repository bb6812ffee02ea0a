import type { Kind, Structured } from '../kinds.js';

type Annotations = Record<string, string | undefined>;

/**
 * From before 1.8, when init containers were written into annotations: dropInitContainerAnnotations,
 * pkg/apis/core/v1/conversion.go.
 */
const initContainerAnnotations = [
  'pod.beta.kubernetes.io/init-containers',
  'pod.alpha.kubernetes.io/init-containers',
  'pod.beta.kubernetes.io/init-container-statuses',
  'pod.alpha.kubernetes.io/init-container-statuses',
];

export function dropInitContainerAnnotations(metadata: { annotations?: Annotations } | undefined): void {
  if (!metadata?.annotations || !initContainerAnnotations.some((key) => metadata.annotations?.[key] !== undefined))
    return;
  metadata.annotations = Object.fromEntries(
    Object.entries(metadata.annotations).filter(([key]) => !initContainerAnnotations.includes(key)),
  );
}

/**
 * Numbers of older APIs that live on as annotations, and are decoded with the object: pkg/apis/apps/v1/conversion.go.
 */
const counterOf: Readonly<Record<string, string>> = {
  DaemonSet: 'deprecated.daemonset.template.generation',
  Deployment: 'deprecated.deployment.rollback.to',
};

/**
 * The key of an annotation that must be an integer and is not: the server then refuses the object as it does one that
 * cannot be decoded.
 */
export function unreadableAnnotation(kind: Structured, annotations: Annotations | undefined): string | undefined {
  const key = counterOf[kind.kind];
  const text = key === undefined ? undefined : annotations?.[key];
  if (text === undefined || (text === '' && kind.kind === 'Deployment')) return undefined;
  return parseInt64(text) === undefined ? key : undefined;
}

/**
 * What the server writes back: a DaemonSet always counts the generations of its template, from 1; a Deployment keeps
 * its number if it has one.
 */
export function restoreCounter(kind: Kind, metadata: { annotations?: Annotations }): void {
  const key = counterOf[kind.kind];
  if (key === undefined) return;
  const { [key]: text, ...annotations } = metadata.annotations ?? {};
  const count = counted(kind, parseInt64(text ?? ''));
  if (count !== undefined) annotations[key] = String(count);
  if (Object.keys(annotations).length > 0) metadata.annotations = annotations;
  else delete metadata.annotations;
}

function counted(kind: Kind, count: bigint | undefined): bigint | undefined {
  if (kind.kind !== 'DaemonSet') return count;
  return count !== undefined && count > 1n ? count : 1n;
}

/** strconv.ParseInt(text, 10, 64) */
function parseInt64(text: string): bigint | undefined {
  if (!/^[+-]?\d+$/.test(text)) return undefined;
  const number = BigInt(text.startsWith('+') ? text.slice(1) : text);
  return BigInt.asIntN(64, number) === number ? number : undefined;
}
