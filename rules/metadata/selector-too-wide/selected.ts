import type { ObjectView, PodView } from '@podlint/engine/rule';
import type { Decoded, meta } from '@podlint/model';

type Labels = Readonly<Record<string, string | undefined>>;
export type LabelSelector = Decoded<meta.LabelSelector>;

/** The selector by which a controller finds its Pods, if the manifest has a say in it and it names any condition. */
export function selectorOf({ kindName, value }: ObjectView): LabelSelector | undefined {
  const spec = (value.spec ?? {}) as { selector?: LabelSelector | Labels; manualSelector?: boolean };
  // The server makes the selector of a Job up.
  if (kindName === 'CronJob' || (kindName === 'Job' && spec.manualSelector !== true)) return undefined;
  const selector =
    kindName === 'ReplicationController'
      ? { matchLabels: spec.selector as Record<string, string> }
      : (spec.selector as LabelSelector | undefined);
  const conditions = Object.keys(selector?.matchLabels ?? {}).length + (selector?.matchExpressions?.length ?? 0);
  return conditions > 0 ? selector : undefined;
}

/** Pods by namespace and label, so that not every selector has to be tried on every Pod. */
export class PodIndex {
  readonly #byKey = new Map<string, PodView[]>();

  constructor(pods: readonly PodView[]) {
    for (const pod of pods) {
      this.#add(pod.object.namespace, pod);
      const labels: Labels = pod.metadata.labels ?? {};
      for (const key of Object.keys(labels)) this.#add(keyOf(pod.object.namespace, key, labels[key]), pod);
    }
  }

  /** At least the Pods of a namespace that a selector selects. */
  candidates(namespace: string, { matchLabels }: LabelSelector): readonly PodView[] {
    const labels: Labels = matchLabels ?? {};
    const lists = Object.keys(labels).map((key) => this.#byKey.get(keyOf(namespace, key, labels[key])) ?? []);
    if (lists.length === 0) return this.#byKey.get(namespace) ?? [];
    return lists.reduce((shortest, list) => (list.length < shortest.length ? list : shortest));
  }

  #add(key: string, pod: PodView): void {
    const list = this.#byKey.get(key);
    if (list) list.push(pod);
    else this.#byKey.set(key, [pod]);
  }
}

function keyOf(namespace: string, key: string, value = ''): string {
  return `${namespace} ${key}=${value}`;
}
