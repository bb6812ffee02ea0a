import type { ReferenceGraph } from '@podlint/engine';
import type { RunGraph } from './graphs.js';

/** How the engine calls the objects of a build (`engine/src/builds/run-builds.ts`). */
const built = / \(built\)$/;

/**
 * The graphs of a run as it hands them over: where there are builds one of each, together with the files that no
 * kustomization takes in, and at last one of all. What these files say among themselves is told once.
 */
export function runGraphs(graphs: readonly ReferenceGraph[]): readonly RunGraph[] {
  const builds = graphs.flatMap((graph) => buildGraph(graph) ?? []);
  const kustomizations = new Set(builds.map(({ kustomization }) => kustomization));
  const once = builds.filter(
    ({ kustomization }, i) => builds.findIndex((one) => one.kustomization === kustomization) === i,
  );
  const whole = graphs.at(-1);
  if (kustomizations.size === 0) return whole ? [whole] : [];
  const plain = whole && partOf(whole, (file) => !built.test(file));
  return plain && plain.objects.length > 0 ? [...once, plain] : once;
}

/** Undefined for files as they are. */
function buildGraph(graph: ReferenceGraph): (RunGraph & { readonly kustomization: string }) | undefined {
  const files = new Set(graph.objects.flatMap(({ file }) => (file !== undefined && built.test(file) ? [file] : [])));
  const [file] = files;
  if (file === undefined || files.size > 1) return undefined;
  const { objects, references } = partOf(graph, (one) => one === file);
  return { kustomization: nameOf(file), objects: objects.map(renamed), references };
}

/** The objects of some files, what refers to them, and what they refer to. */
function partOf({ objects, references }: ReferenceGraph, isMeant: (file: string) => boolean): ReferenceGraph {
  const meant = new Set(objects.filter(({ file }) => file !== undefined && isMeant(file)).map(({ id }) => id));
  const kept = references.filter(({ from, to }) => meant.has(from) || meant.has(to));
  const linked = new Set([...meant, ...kept.flatMap(({ from, to }) => [from, to])]);
  return { objects: objects.filter(({ id }) => linked.has(id)).map(renamed), references: kept };
}

function renamed<T extends ReferenceGraph['objects'][number]>(object: T): T {
  return object.file === undefined ? object : { ...object, file: nameOf(object.file) };
}

function nameOf(file: string): string {
  return file.replace(built, '');
}
