import { own } from '@podlint/plain';
import type { LabelSelector, Labels, Workload } from './workload.js';

/** Workloads by namespace and label, so that not every selector has to be tried on every Pod. */
export class LabelIndex {
  readonly #byKey = new Map<string, Workload[]>();

  constructor(workloads: readonly Workload[]) {
    for (const workload of workloads) {
      const { namespace } = workload.object;
      const { labels } = workload.facts;
      this.#add(namespace, workload);
      for (const key of Object.keys(labels)) this.#add(keyOf(namespace, key, own(labels, key)), workload);
    }
  }

  /** At least those of a namespace whose Pods a selector selects. */
  candidates(namespace: string, { matchLabels }: LabelSelector): readonly Workload[] {
    const labels: Labels = matchLabels ?? {};
    const lists = Object.keys(labels).map((key) => this.#byKey.get(keyOf(namespace, key, own(labels, key))) ?? []);
    if (lists.length === 0) return this.#byKey.get(namespace) ?? [];
    return lists.reduce((shortest, list) => (list.length < shortest.length ? list : shortest));
  }

  #add(key: string, workload: Workload): void {
    const list = this.#byKey.get(key);
    if (list) list.push(workload);
    else this.#byKey.set(key, [workload]);
  }
}

function keyOf(namespace: string, key: string, value = ''): string {
  return `${namespace} ${key}=${value}`;
}
