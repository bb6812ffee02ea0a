import { addTo } from '@podlint/plain';
import type { GraphObject, GraphReference } from '@podlint/engine';
import { element, markup } from '../timeline/svg-elements.js';
import { byNamespace, isFine, objectsById, type RunGraph } from './graphs.js';
import { graphSvg } from './svg.js';
import { summaryText } from './text.js';
import { nameOf, noNamespace, presenceText, problemTexts } from './words.js';

const title = 'Who refers to whom';

const style = `
body{font:14px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","DejaVu Sans",sans-serif;margin:24px;color:#1f2328;background:#fff}
.picture{overflow:auto}
article{border:1px solid #d1d9e0;border-radius:6px;padding:4px 16px;margin:12px 0}
article:target{outline:2px solid #0969da}
h3,ul{margin:8px 0}
a{color:#0969da}
.dim{color:#59636e}
.wrong{color:#cf222e}
@media (prefers-color-scheme:dark){body{color:#f0f6fc;background:#0d1117}article{border-color:#3d444d}a{color:#4493f8}.dim{color:#9198a1}.wrong{color:#f85149}}
`;

/** A page of its own, without scripts: the picture, and each object with both directions, led from one to the other. */
export function graphHtml(graphs: readonly RunGraph[]): string {
  const policy = "default-src 'none'; style-src 'unsafe-inline'";
  const head = [
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width">',
    element('title', {}, title),
    element('style', {}, style),
  ];
  const body = [
    element('h1', {}, title),
    element('div', { class: 'picture' }, graphSvg(graphs)),
    ...graphs.map((graph, index) => sectionOf(graph, index, graphs.length > 1)),
  ];
  return `<!doctype html>\n<html lang="en">\n<head>\n${head.join('\n')}\n</head>\n<body>\n${body.join('\n')}\n</body>\n</html>\n`;
}

function sectionOf(graph: RunGraph, index: number, isOneOfSeveral: boolean): string {
  const { kustomization = 'files that no kustomization takes in', objects } = graph;
  const hasName = isOneOfSeveral || graph.kustomization !== undefined;
  const known = new Links(graph, index);
  return element(
    'section',
    {},
    ...(hasName ? [element('h2', {}, markup(kustomization))] : []),
    element('p', {}, markup(summaryText(graph))),
    ...byNamespace(objects).flatMap(([namespace, inIt]) => [
      element('h2', {}, markup(namespace === '' ? noNamespace : `namespace ${namespace}`)),
      ...inIt.map((object) => known.articleOf(object)),
    ]),
  );
}

/** The references of a graph, as they stand at both of their objects. */
class Links {
  private readonly byId: ReadonlyMap<number, GraphObject>;
  private readonly from = new Map<number, GraphReference[]>();
  private readonly to = new Map<number, GraphReference[]>();

  constructor(
    { objects, references }: RunGraph,
    /** Of the graph on the page. */
    private readonly index: number,
  ) {
    this.byId = objectsById({ objects, references });
    for (const reference of references) {
      addTo(this.from, reference.from, reference);
      addTo(this.to, reference.to, reference);
    }
  }

  articleOf(object: GraphObject): string {
    const outward = this.from.get(object.id) ?? [];
    const inward = this.to.get(object.id) ?? [];
    const where = [object.file, presenceText(object)].filter((text) => text !== undefined && text !== '').join('; ');
    return element(
      'article',
      { id: this.anchorOf(object.id) },
      element('h3', {}, markup(nameOf(object))),
      ...(where === '' ? [] : [element('p', { class: 'dim' }, markup(where))]),
      ...listOf(outward.map((one) => this.itemOf(one, one.to, 'refers to'))),
      ...listOf(inward.map((one) => this.itemOf(one, one.from, 'referred to by'))),
    );
  }

  private anchorOf(id: number): string {
    return `object-${this.index}-${id}`;
  }

  private itemOf(reference: GraphReference, other: number, words: string): string {
    const object = this.byId.get(other);
    const relation = reference.relation === 'names' ? '' : ` (${reference.relation})`;
    const link = element('a', { href: `#${this.anchorOf(other)}` }, markup(object ? nameOf(object) : ''));
    const fields = element('code', { class: 'dim' }, markup(reference.fields.join(', ')));
    const problems = problemTexts(reference).join('; ');
    const parts = [`${words}${relation}`, link, fields, ...(problems === '' ? [] : [markup(problems)])];
    return element('li', isFine(reference, this.byId) ? {} : { class: 'wrong' }, parts.join(' '));
  }
}

function listOf(items: readonly string[]): readonly string[] {
  return items.length === 0 ? [] : [element('ul', {}, ...items)];
}
