import type { GraphObject, GraphReference } from '@podlint/engine';
import { addTo, largest } from '@podlint/plain';
import { visible } from '../sanitize.js';
import { byNamespace, isFine, linkedIds, objectsById, type RunGraph } from './graphs.js';
import { nameOf, noNamespace, plural, presenceText, problemTexts } from './words.js';

/** Each object that refers to others, with those, by namespace. */
export function graphText(graphs: readonly RunGraph[]): string {
  return graphs.map((graph) => sectionText(graph, graphs.length > 1)).join('\n');
}

function sectionText(graph: RunGraph, isOneOfSeveral: boolean): string {
  const { kustomization = 'files that no kustomization takes in' } = graph;
  const heading = isOneOfSeveral || graph.kustomization !== undefined ? [kustomization, ''] : [];
  return [...heading, ...bodyLines(graph), summaryText(graph)].map((line) => `${visible(line)}\n`).join('');
}

function bodyLines(graph: RunGraph): readonly string[] {
  const byId = objectsById(graph);
  const from = referencesFrom(graph);
  const speaking = graph.objects.filter(({ id }) => from.has(id));
  return byNamespace(speaking).flatMap(([namespace, objects]) => [
    namespace === '' ? noNamespace : `namespace ${namespace}`,
    ...objects.flatMap((object) => objectLines(object, from.get(object.id) ?? [], byId)),
    '',
  ]);
}

function referencesFrom({ references }: RunGraph): ReadonlyMap<number, readonly GraphReference[]> {
  const from = new Map<number, GraphReference[]>();
  for (const reference of references) {
    addTo(from, reference.from, reference);
  }
  return from;
}

const widest = 48;

function objectLines(
  object: GraphObject,
  references: readonly GraphReference[],
  byId: ReadonlyMap<number, GraphObject>,
): readonly string[] {
  const rows = references.flatMap((reference) => {
    const to = byId.get(reference.to);
    return to ? [{ reference, to, target: targetText(object, to) }] : [];
  });
  const width = Math.min(widest, largest(rows.map(({ target }) => target.length)));
  const lines = rows.map(({ reference, to, target }) => {
    const remarks = [presenceText(to), ...problemTexts(reference)].filter((text) => text !== '');
    const mark = isFine(reference, byId) ? ' ' : '!';
    const remark = remarks.length === 0 ? '' : `  (${remarks.join('; ')})`;
    return `  ${mark} ${reference.relation.padEnd(7)}  ${target.padEnd(width)}  ${fieldText(reference)}${remark}`;
  });
  return [`  ${nameOf(object)}${object.file === undefined ? '' : `  ${object.file}`}`, ...lines];
}

/** The namespace too, where it is another one. */
function targetText({ namespace }: GraphObject, to: GraphObject): string {
  const isElsewhere = to.namespace !== undefined && namespace !== to.namespace;
  return isElsewhere ? `${nameOf(to)} in ${to.namespace}` : nameOf(to);
}

function fieldText({ fields: [first = '', ...more] }: GraphReference): string {
  return more.length === 0 ? first : `${first} and ${more.length} more`;
}

/** How much there is, and what does not fit. */
export function summaryText(graph: RunGraph): string {
  const byId = objectsById(graph);
  const present = graph.objects.filter(({ presence }) => presence === 'here').length;
  const linked = linkedIds(graph);
  const alone = graph.objects.filter(({ id }) => !linked.has(id)).length;
  const wrong = graph.references.filter((reference) => !isFine(reference, byId)).length;
  const parts = [
    plural(present, 'object', 'objects'),
    plural(graph.references.length, 'reference', 'references'),
    ...(wrong > 0 ? [`${wrong} of them ${wrong === 1 ? 'leads' : 'lead'} nowhere`] : []),
    ...(alone > 0 ? [`${plural(alone, 'object', 'objects')} without any`] : []),
  ];
  return `${parts.join(', ')}.`;
}
