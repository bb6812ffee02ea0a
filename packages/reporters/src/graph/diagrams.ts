import type { GraphObject, GraphReference } from '@podlint/engine';
import { visible } from '../sanitize.js';
import { byNamespace, isFine, linkedIds, objectsById, type RunGraph } from './graphs.js';
import { presenceText, problemTexts } from './words.js';

/** An object of one of the graphs, under a name that no other has. */
interface Drawn {
  readonly key: string;
  readonly object: GraphObject;
}

interface DrawnGraph {
  readonly heading: string | undefined;
  readonly groups: readonly (readonly [namespace: string, objects: readonly Drawn[]])[];
  readonly links: readonly Link[];
}

interface Link {
  readonly from: string;
  readonly to: string;
  readonly reference: GraphReference;
  readonly isFine: boolean;
}

function drawnGraph(graph: RunGraph, number: number): DrawnGraph {
  const byId = objectsById(graph);
  const linked = linkedIds(graph);
  const keyOf = (id: number): string => `o${number}_${id}`;
  const drawn = graph.objects
    .filter(({ id }) => linked.has(id))
    .map((object) => ({ key: keyOf(object.id), object, namespace: object.namespace ?? '' }));
  return {
    heading: graph.kustomization,
    groups: byNamespace(drawn),
    links: graph.references.map((reference) => ({
      from: keyOf(reference.from),
      to: keyOf(reference.to),
      reference,
      isFine: isFine(reference, byId),
    })),
  };
}

/** What stands at an arrow: what it is, where it is no name, and what is wrong. */
function labelOf({ reference }: Link): string {
  const relation = reference.relation === 'names' ? [] : [reference.relation];
  return [...relation, ...problemTexts(reference)].join(', ');
}

function linesOf({ object }: Drawn): readonly string[] {
  const presence = presenceText(object);
  return [object.kind, object.name, ...(presence === '' ? [] : [`(${presence})`])];
}

/** For Markdown on GitHub, GitLab and others: https://mermaid.js.org */
export function graphMermaid(graphs: readonly RunGraph[]): string {
  const lines = graphs.flatMap((graph, i) => {
    const { heading, groups, links } = drawnGraph(graph, i);
    const missing = groups.flatMap(([, objects]) => objects).filter(({ object }) => object.presence === 'missing');
    return [
      ...(heading === undefined ? [] : [`%% ${visible(heading)}`]),
      ...groups.flatMap(([namespace, objects], group) => [
        ...(namespace === '' ? [] : [`subgraph g${i}_${group}[${mermaidText([namespace])}]`]),
        ...objects.map((drawn) => `  ${drawn.key}[${mermaidText(linesOf(drawn))}]`),
        ...(namespace === '' ? [] : ['end']),
      ]),
      ...links.map(mermaidLink),
      ...missing.map(({ key }) => `class ${key} missing`),
    ];
  });
  return ['flowchart LR', ...lines, 'classDef missing stroke:#cf222e,stroke-dasharray:4 3', '']
    .map((line, i) => (i === 0 || line === '' ? line : `  ${line}`))
    .join('\n');
}

function mermaidLink(link: Link): string {
  const arrow = link.reference.relation === 'names' ? '-->' : '-.->';
  const label = labelOf(link);
  return `${link.from} ${arrow}${label === '' ? '' : `|${mermaidText([label])}|`} ${link.to}`;
}

function mermaidText(lines: readonly string[]): string {
  const escaped = lines.map((line) => visible(line).replace(/[#"<>&]/g, (letter) => `#${letter.charCodeAt(0)};`));
  return `"${escaped.join('<br>')}"`;
}

/** For Graphviz. */
export function graphDot(graphs: readonly RunGraph[]): string {
  const lines = graphs.flatMap((graph, i) => {
    const { groups, links } = drawnGraph(graph, i);
    return [
      ...groups.flatMap(([namespace, objects], group) => [
        ...(namespace === '' ? [] : [`subgraph cluster_${i}_${group} {`, `  label=${dotText(namespace)}`]),
        ...objects.map((drawn) => `  ${drawn.key} [${dotAttributes(drawn)}]`),
        ...(namespace === '' ? [] : ['}']),
      ]),
      ...links.map(dotLink),
    ];
  });
  return ['digraph references {', 'rankdir=LR', 'node [shape=box]', ...lines, '}', '']
    .map((line, i, all) => (i === 0 || i >= all.length - 2 ? line : `  ${line}`))
    .join('\n');
}

function dotAttributes(drawn: Drawn): string {
  const style = drawn.object.presence === 'missing' ? ' color=red style=dashed' : '';
  return `label=${dotText(...linesOf(drawn))}${style}`;
}

function dotLink(link: Link): string {
  const label = labelOf(link);
  const attributes = [
    ...(label === '' ? [] : [`label=${dotText(label)}`]),
    ...(link.reference.relation === 'names' ? [] : ['style=dashed']),
    ...(link.isFine ? [] : ['color=red']),
  ];
  return `${link.from} -> ${link.to}${attributes.length === 0 ? '' : ` [${attributes.join(' ')}]`}`;
}

function dotText(...texts: readonly string[]): string {
  const lines = texts.map((line) => visible(line).replace(/["\\]/g, '\\$&'));
  return `"${lines.join('\\n')}"`;
}
