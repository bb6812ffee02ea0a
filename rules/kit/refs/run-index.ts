import { addTo } from '@podlint/plain';
import type { RunObject, RunView } from '@podlint/engine/rule';
import { isClusterScoped } from '@podlint/model';
import type { KeptReference, KnownObject, Labels, RefFacts } from './facts.js';
import { authoredName } from './generated-name.js';
import { groupOf } from './meaning.js';
import { LabelIndex } from '../label-index.js';
import { NameBuckets, type Named } from './name-buckets.js';

/** An object of which Pods are known. */
type KnownPods = KnownObject & { readonly facts: { readonly labels: Labels } };

/** A label that Pods have, and one of them. */
export interface MeantLabel {
  readonly meantKey: string;
  readonly meantValue: string;
  readonly pod: KnownObject;
}

/** What a name can mean. */
export interface Meant {
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
}

/** The objects of a run, as names and selectors find them. */
export class RunIndex {
  /** The Pods of the run, and what makes some. */
  readonly pods: LabelIndex<KnownPods>;
  /** The Namespaces among the objects. */
  readonly namespaces: readonly KnownObject[];
  private readonly objects = new Map<string, KnownObject[]>();
  private readonly made = new Set<string>();
  private readonly names = new NameBuckets<KnownObject>();
  private scaled: ReadonlySet<string> | undefined;
  private labels: NameBuckets<KnownObject> | undefined;

  constructor(readonly all: readonly KnownObject[]) {
    this.pods = new LabelIndex(all.filter(hasPods), ({ object: { namespace }, facts: { labels } }) => ({
      namespace,
      labels,
    }));
    this.namespaces = all.filter(({ facts }) => facts.namespaceLabels !== undefined);
    for (const known of all) this.add(known);
  }

  private add(known: KnownObject): void {
    // A name means the object, which is here too.
    if (known.object.podOf) return;
    const { kindName: kind, namespace, name } = known.object;
    const key = keyOf({ kind, namespace, name });
    addTo(this.objects, key, known);
    this.names.add(placeOf(known.object, kind), authoredName(kind, name), known);
    for (const made of known.facts.makes ?? []) this.made.add(keyOf({ ...made, namespace }));
  }

  /** The objects that a name means; of several variants of an application all. */
  find(meant: Meant): readonly KnownObject[] {
    return this.objects.get(keyOf(meant)) ?? [];
  }

  /** Whether an autoscaler of the run sets its number of Pods. */
  isScaled({ object }: KnownObject): boolean {
    return (this.scaled ??= this.scaledObjects()).has(keyOf({ ...object, kind: object.kindName }));
  }

  private scaledObjects(): ReadonlySet<string> {
    const scalers = this.all.filter(({ object }) => groupOf(object, '') === 'autoscaler');
    return new Set(
      scalers.flatMap(({ object, facts }) => (facts.refs ?? []).map((reference) => keyOf(meantBy(object, reference)))),
    );
  }

  /** Whether something else makes such an object, so that nobody knows what is in it. */
  isMade(meant: Meant): boolean {
    return this.made.has(keyOf(meant));
  }

  /** A label that Pods in the same folder have, and that differs by a slip, in its value or in its key. */
  nearLabel(object: RunObject, key: string, value: string): MeantLabel | undefined {
    const labels = (this.labels ??= this.labelNames());
    const ofKey = labels.near(placeOf(object, `label ${key}`), value);
    if (ofKey) return { meantKey: key, meantValue: ofKey.name, pod: ofKey.thing };
    const ofValue = labels.near(placeOf(object, `value ${value}`), key);
    return ofValue && { meantKey: ofValue.name, meantValue: value, pod: ofValue.thing };
  }

  /** Those that may have been meant, also where nobody can be sure of it. */
  labelsAlike(object: RunObject, key: string, value: string): readonly MeantLabel[] {
    const labels = (this.labels ??= this.labelNames());
    const ofKey = labels.alike(placeOf(object, `label ${key}`), value);
    const ofValue = labels.alike(placeOf(object, `value ${value}`), key);
    return [
      ...ofKey.map(({ name, thing }) => ({ meantKey: key, meantValue: name, pod: thing })),
      ...ofValue.map(({ name, thing }) => ({ meantKey: name, meantValue: value, pod: thing })),
    ];
  }

  private labelNames(): NameBuckets<KnownObject> {
    const names = new NameBuckets<KnownObject>();
    for (const known of this.all.filter(hasPods)) {
      for (const [key, value = ''] of Object.entries<string | undefined>(known.facts.labels)) {
        names.add(placeOf(known.object, `label ${key}`), value, known);
        names.add(placeOf(known.object, `value ${value}`), key, known);
      }
    }
    return names;
  }

  /** An object in the same folder whose name differs by a slip. */
  near(object: RunObject, { kind, namespace, name }: Meant): Named<KnownObject> | undefined {
    return this.names.near(placeOf({ ...object, namespace }, kind), name);
  }

  /** The names of those that may have been meant, also where nobody can be sure of it. */
  alike(object: RunObject, { kind, namespace, name }: Meant): readonly string[] {
    return this.names.alike(placeOf({ ...object, namespace }, kind), name).map((one) => one.name);
  }
}

function hasPods(known: KnownObject): known is KnownPods {
  return known.facts.labels !== undefined;
}

/** Variants of an application stand in folders of their own. */
function placeOf({ file, namespace }: Pick<RunObject, 'file' | 'namespace'>, kind: string): string {
  const folder = file.slice(0, Math.max(0, file.lastIndexOf('/')));
  return [folder, kind, isInNoNamespace(kind) ? '' : namespace].join('\n');
}

function keyOf({ kind, namespace, name }: Meant): string {
  return [kind, isInNoNamespace(kind) ? '' : namespace, name].join('\n');
}

/** Of kinds that podlint does not know, those are that are called like it. */
export function isInNoNamespace(kind: string): boolean {
  return isClusterScoped(kind) || /^Cluster|Class$/.test(kind);
}

/** What a reference of an object means. */
export function meantBy({ namespace: own }: RunObject, { kind, name, namespace = own }: KeptReference): Meant {
  return { kind, name, namespace };
}

const indexes = new WeakMap<readonly KnownObject[], RunIndex>();

/** The rules of one run share it. */
export function indexOf({ collected }: RunView<RefFacts>): RunIndex {
  let index = indexes.get(collected);
  if (!index) indexes.set(collected, (index = new RunIndex(collected)));
  return index;
}
