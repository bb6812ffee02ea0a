import { addTo } from '@podlint/plain';
import type { GraphObject, GraphReference, ReferenceGraph } from '@podlint/engine';

/** A graph of a run: of one build of a kustomization, or of the files that none takes in. */
export interface RunGraph extends ReferenceGraph {
  /** The kustomization that makes the objects; absent for files as they are. */
  readonly kustomization?: string;
}

/** Which parts of a graph are wanted; all that is said has to fit. */
export interface GraphFilter {
  /** Names of kinds: references from or to one of them. */
  readonly kinds?: readonly string[];
  readonly namespaces?: readonly string[];
  /** `web` or `Deployment/web`: all that these objects lead to. */
  readonly from?: readonly string[];
  /** All that leads to these objects. */
  readonly to?: readonly string[];
  /** Only what does not fit. */
  readonly only?: 'problems' | undefined;
}

/** Without what nobody asked for; numbers of objects stay as they are. */
export function filteredGraph<Graph extends ReferenceGraph>(graph: Graph, filter: GraphFilter): Graph {
  const { kinds = [], namespaces = [], from = [], to = [], only } = filter;
  const byId = objectsById(graph);
  const ends = ({ from: one, to: other }: GraphReference): readonly GraphObject[] =>
    [one, other].flatMap((id) => byId.get(id) ?? []);
  const tests: ((reference: GraphReference) => boolean)[] = [];
  if (kinds.length > 0) tests.push((one) => ends(one).some(({ kind }) => kinds.includes(kind)));
  if (namespaces.length > 0)
    tests.push((one) => ends(one).some(({ namespace }) => namespace !== undefined && namespaces.includes(namespace)));
  if (from.length > 0) tests.push(reachable(graph, from, 'onwards'));
  if (to.length > 0) tests.push(reachable(graph, to, 'backwards'));
  if (only === 'problems') tests.push((one) => !isFine(one, byId));
  if (tests.length === 0) return graph;
  const references = graph.references.filter((reference) => tests.every((test) => test(reference)));
  const kept = new Set(references.flatMap((reference) => [reference.from, reference.to]));
  return { ...graph, objects: graph.objects.filter(({ id }) => kept.has(id)), references };
}

export function objectsById({ objects }: ReferenceGraph): ReadonlyMap<number, GraphObject> {
  return new Map(objects.map((object) => [object.id, object]));
}

/** Whether a reference leads to what is there. */
export function isFine({ to, problems = [] }: GraphReference, byId: ReadonlyMap<number, GraphObject>): boolean {
  return problems.length === 0 && byId.get(to)?.presence !== 'missing';
}

/** `Deployment/web` or `web`. */
function isNamed({ kind, name }: GraphObject, wanted: string): boolean {
  return wanted === name || wanted === `${kind}/${name}`;
}

function reachable(
  { objects, references }: ReferenceGraph,
  names: readonly string[],
  direction: 'onwards' | 'backwards',
): (reference: GraphReference) => boolean {
  const next = new Map<number, number[]>();
  const startOf = ({ from, to }: GraphReference): number => (direction === 'onwards' ? from : to);
  const endOf = ({ from, to }: GraphReference): number => (direction === 'onwards' ? to : from);
  for (const reference of references) {
    addTo(next, startOf(reference), endOf(reference));
  }
  const reached = new Set(objects.filter((object) => names.some((name) => isNamed(object, name))).map(({ id }) => id));
  for (const id of reached) for (const further of next.get(id) ?? []) reached.add(further);
  return (reference) => reached.has(startOf(reference));
}

/** By namespace, those of none first; sorted. */
export function byNamespace<T extends Pick<GraphObject, 'namespace'>>(
  objects: readonly T[],
): readonly (readonly [namespace: string, objects: readonly T[]])[] {
  const groups = new Map<string, T[]>();
  for (const object of objects) {
    const { namespace = '' } = object;
    addTo(groups, namespace, object);
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
}

/** Objects that refer to something, or are referred to. */
export function linkedIds({ references }: ReferenceGraph): ReadonlySet<number> {
  return new Set(references.flatMap(({ from, to }) => [from, to]));
}
