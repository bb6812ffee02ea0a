type Labels = Readonly<Record<string, string | undefined>>;

/** What has labels, in a namespace. */
interface Labelled {
  readonly object: { readonly namespace: string };
  readonly facts: { readonly labels: Labels };
}

/** Pods by namespace and label, so that not every selector has to be tried on every Pod. */
export class LabelIndex<Pod extends Labelled> {
  readonly #byKey = new Map<string, Pod[]>();

  constructor(pods: readonly Pod[]) {
    for (const pod of pods) {
      const { namespace } = pod.object;
      const { labels } = pod.facts;
      this.#add(namespace, pod);
      for (const [key, value] of Object.entries(labels)) this.#add(keyOf(namespace, key, value), pod);
    }
  }

  /** At least those of a namespace that a selector selects. */
  candidates(namespace: string, { matchLabels }: { readonly matchLabels?: Labels }): readonly Pod[] {
    const labels: Labels = matchLabels ?? {};
    const lists = Object.entries(labels).map(([key, value]) => this.#byKey.get(keyOf(namespace, key, value)) ?? []);
    if (lists.length === 0) return this.#byKey.get(namespace) ?? [];
    return lists.reduce((shortest, list) => (list.length < shortest.length ? list : shortest));
  }

  #add(key: string, pod: Pod): void {
    const list = this.#byKey.get(key);
    if (list) list.push(pod);
    else this.#byKey.set(key, [pod]);
  }
}

function keyOf(namespace: string, key: string, value = ''): string {
  return `${namespace} ${key}=${value}`;
}
