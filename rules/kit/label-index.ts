import { addTo } from '@podlint/plain';

type Labels = Readonly<Record<string, string | undefined>>;

interface Requirement {
  readonly key?: string;
  readonly operator?: string;
  readonly values?: readonly string[];
}

interface Selector {
  readonly matchLabels?: Labels;
  readonly matchExpressions?: readonly Requirement[];
}

/** What an index knows something by. */
export interface Labelled {
  readonly namespace: string;
  readonly labels?: Labels;
}

/** Pods by namespace and label, so that not every selector has to be tried on every Pod. */
export class LabelIndex<Pod extends object> {
  readonly #byLabel = new Map<string, Pod[]>();
  #places: ReadonlyMap<Pod, number> | undefined;
  #byKey: ReadonlyMap<string, readonly Pod[]> | undefined;

  constructor(
    private readonly pods: readonly Pod[],
    private readonly of: (pod: Pod) => Labelled,
  ) {
    for (const pod of pods) {
      const { namespace, labels = {} } = of(pod);
      addTo(this.#byLabel, namespace, pod);
      for (const [key, value] of Object.entries(labels)) addTo(this.#byLabel, nameOf(namespace, key, value), pod);
    }
  }

  /** At least those of a namespace that a selector selects, in the order in which they were given. */
  candidates(namespace: string, { matchLabels, matchExpressions = [] }: Selector): readonly Pod[] {
    const labels: Labels = matchLabels ?? {};
    const sets = [
      ...Object.entries(labels).map(([key, value]) => [this.#with(namespace, key, value)]),
      ...matchExpressions.flatMap((requirement) => this.#meeting(namespace, requirement) ?? []),
    ];
    const fewest = sets.toSorted((a, b) => sizeOf(a) - sizeOf(b))[0] ?? [this.#byLabel.get(namespace) ?? []];
    const [only, ...others] = fewest;
    return only && others.length === 0 ? only : this.#inOrder(fewest.flat());
  }

  /** Undefined for what Pods meet by a label that they do not have. */
  #meeting(namespace: string, { key = '', operator, values = [] }: Requirement): [(readonly Pod[])[]] | undefined {
    if (operator === 'In') return [[...new Set(values)].map((value) => this.#with(namespace, key, value))];
    if (operator !== 'Exists') return undefined;
    return [[(this.#byKey ??= this.#keys()).get(nameOf(namespace, key)) ?? []]];
  }

  #with(namespace: string, key: string, value: string | undefined): readonly Pod[] {
    return this.#byLabel.get(nameOf(namespace, key, value)) ?? [];
  }

  #keys(): ReadonlyMap<string, readonly Pod[]> {
    const byKey = new Map<string, Pod[]>();
    for (const pod of this.pods) {
      const { namespace, labels = {} } = this.of(pod);
      for (const key of Object.keys(labels)) addTo(byKey, nameOf(namespace, key), pod);
    }
    return byKey;
  }

  #inOrder(pods: readonly Pod[]): readonly Pod[] {
    const places = (this.#places ??= new Map(this.pods.map((pod, place) => [pod, place])));
    const placeOf = (pod: Pod): number => places.get(pod) ?? 0;
    return pods.toSorted((a, b) => placeOf(a) - placeOf(b));
  }
}

function sizeOf(lists: readonly (readonly unknown[])[]): number {
  return lists.reduce((sum, list) => sum + list.length, 0);
}

function nameOf(namespace: string, key: string, value = ''): string {
  return `${namespace} ${key}=${value}`;
}
