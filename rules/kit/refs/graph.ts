import {
  pathOf,
  referenceAt,
  type GraphObject,
  type GraphPresence,
  type GraphProblem,
  type GraphReference,
  type GraphRelation,
  type ReferenceGraph,
  type RunObject,
  type RunView,
} from '@podlint/engine/rule';
import { isAlwaysThere } from './always-there.js';
import type { KeptReference, KnownObject, LabelSelector, RefFacts } from './facts.js';
import { missingKey } from './missing-key.js';
import { fieldOf, namespacesOf } from './peers.js';
import { indexOf, isInNoNamespace, meantBy, type Meant, type RunIndex } from './run-index.js';
import { hasConditions, selectedBy, textOf } from './selecting.js';
import { missingPort } from './service-ports.js';

/** The graph of a run: what the rules about references know, whether there is anything to be said of it or not. */
export function graphOf(view: RunView<RefFacts>): ReferenceGraph {
  return new Drawing(indexOf(view)).of(view.collected);
}

type Mutable<T> = { -readonly [Name in keyof T]: T[Name] };

interface DrawnReference extends Mutable<Omit<GraphReference, 'fields' | 'problems'>> {
  readonly fields: string[];
  problems?: GraphProblem[];
}

/** One end of a reference, and what is said of it. */
interface Aim {
  readonly relation: GraphRelation;
  readonly field: string;
  readonly problem?: GraphProblem | undefined;
}

class Drawing {
  private readonly objects: GraphObject[] = [];
  private readonly ids = new Map<RunObject, number>();
  private readonly absent = new Map<string, number>();
  private readonly references = new Map<string, DrawnReference>();

  constructor(private readonly index: RunIndex) {}

  of(collected: readonly KnownObject[]): ReferenceGraph {
    for (const { object } of collected) if (!object.podOf) this.ids.set(object, this.add(presentObject(object)));
    for (const { object } of collected) this.giveId(object);
    for (const known of collected) {
      for (const reference of known.facts.refs ?? []) this.addName(known.object, reference);
      this.addSelected(known);
      this.addPeers(known);
    }
    return { objects: this.objects, references: [...this.references.values()] };
  }

  /** What one of the pods of an object refers to, the object does. */
  private giveId(object: RunObject): void {
    const id = object.podOf && this.ids.get(object.podOf);
    if (id !== undefined) this.ids.set(object, id);
  }

  private add(object: Omit<GraphObject, 'id'>): number {
    const id = this.objects.length;
    this.objects.push({ id, ...object });
    return id;
  }

  private addName(object: RunObject, reference: KeptReference): void {
    const meant = meantBy(object, reference);
    const at = referenceAt(object, reference.pattern, reference.items);
    const field = pathOf(at).toString();
    const found = this.index.find(meant);
    const problem =
      found.length > 0 ? this.problemWith(object, reference, found, field) : this.nearName(object, meant, field);
    for (const { object: target } of found)
      this.link(object, this.ids.get(target), { relation: 'names', field, problem });
    if (found.length > 0) return;
    const id = this.absentId(meant, this.presenceOf(meant, reference));
    this.link(object, id, { relation: 'names', field, problem });
  }

  private presenceOf(meant: Meant, { optional }: KeptReference): Exclude<GraphPresence, 'here'> {
    if (isAlwaysThere(meant)) return 'elsewhere';
    if (this.index.isMade(meant)) return 'made';
    return optional ? 'optional' : 'missing';
  }

  private nearName(object: RunObject, meant: Meant, field: string): GraphProblem | undefined {
    if (isAlwaysThere(meant) || this.index.isMade(meant)) return undefined;
    const near = this.index.near(object, meant);
    return near && { field, problem: 'name', found: meant.name, meant: near.name };
  }

  private problemWith(
    object: RunObject,
    reference: KeptReference,
    found: readonly KnownObject[],
    field: string,
  ): GraphProblem | undefined {
    const key = missingKey(this.index, object, reference);
    if (key) return { field, problem: 'key', found: key.key, ...(key.near !== undefined && { meant: key.near }) };
    const { port } = reference;
    const missing = reference.kind === 'Service' && port !== undefined ? missingPort(found, port) : undefined;
    if (!missing) return undefined;
    const { near } = missing;
    return { field, problem: 'port', found: String(port), ...(near !== undefined && { meant: String(near) }) };
  }

  private addSelected({ object, facts: { selects, service } }: KnownObject): void {
    if (!selects || service?.external) return;
    const field = object.kindName === 'NetworkPolicy' ? 'spec.podSelector' : 'spec.selector';
    this.linkPods(object, [object.namespace], selects, { relation: 'selects', field });
  }

  private addPeers({ object, facts: { peers = [] } }: KnownObject): void {
    for (const peer of peers) {
      const field = pathOf(fieldOf(peer, object)).toString();
      const namespaces = namespacesOf(peer, object, this.index);
      if (namespaces.length > 0) this.linkPods(object, namespaces, peer.pods, { relation: 'peer', field });
    }
  }

  private linkPods(object: RunObject, namespaces: readonly string[], pods: LabelSelector, aim: Aim): void {
    const selected = namespaces.flatMap((namespace) => selectedBy(this.index, { namespace }, pods));
    for (const pod of selected) this.link(object, this.ids.get(pod.object), aim);
    if (selected.length > 0 || !hasConditions(pods)) return;
    const namespace = namespaces.length === 1 ? namespaces[0] : undefined;
    const meant = { kind: 'Pod', name: textOf(pods), namespace: namespace ?? object.namespace };
    this.link(object, this.absentId(meant, 'missing'), aim);
  }

  /** The number of an object that is not there: everybody who names it means the same. */
  private absentId({ kind, name, namespace }: Meant, presence: Exclude<GraphPresence, 'here'>): number {
    const key = JSON.stringify([kind, isInNoNamespace(kind) ? '' : namespace, name, presence]);
    let id = this.absent.get(key);
    if (id === undefined)
      this.absent.set(key, (id = this.add({ kind, name, ...(!isInNoNamespace(kind) && { namespace }), presence })));
    return id;
  }

  private link(object: RunObject, to: number | undefined, { relation, field, problem }: Aim): void {
    const from = this.ids.get(object);
    if (from === undefined || to === undefined) return;
    const key = `${from} ${to} ${relation}`;
    let drawn = this.references.get(key);
    if (!drawn) this.references.set(key, (drawn = { from, to, relation, fields: [] }));
    if (!drawn.fields.includes(field)) drawn.fields.push(field);
    if (problem) (drawn.problems ??= []).push(problem);
  }
}

function presentObject({ apiVersion, kindName: kind, name, namespace, file }: RunObject): Omit<GraphObject, 'id'> {
  return { kind, name, ...(!isInNoNamespace(kind) && { namespace }), presence: 'here', apiVersion, file };
}
