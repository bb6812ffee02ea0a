import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import type { GraphObject, GraphReference } from '@podlint/engine';
import {
  filteredGraph,
  graphDot,
  graphHtml,
  graphJson,
  graphMermaid,
  graphSvg,
  graphText,
} from '@podlint/reporters/graph';
import { Ajv } from 'ajv';
import { SaxesParser } from 'saxes';

const root = path.resolve(import.meta.dirname, '../../..');

function object(id: number, kind: string, name: string, more: Partial<GraphObject> = {}): GraphObject {
  return { id, kind, name, namespace: 'shop', presence: 'here', file: 'a.yaml', ...more };
}

function names(from: number, to: number, more: Partial<GraphReference> = {}): GraphReference {
  return { from, to, relation: 'names', fields: ['spec.name'], ...more };
}

const graph = {
  objects: [
    object(0, 'Deployment', 'web'),
    object(1, 'Secret', 'a<b>"&\u202e', { presence: 'missing' }),
    object(2, 'Service', 'web'),
    object(3, 'Namespace', 'shop'),
    object(4, 'ConfigMap', 'a', {}),
    object(5, 'ConfigMap', 'b', {}),
  ],
  references: [
    names(0, 1),
    names(2, 0, { relation: 'selects' }),
    names(4, 5, { problems: [{ field: 'x', problem: 'key', found: 'mdoe', meant: 'mode' }] }),
    // In a circle.
    names(5, 4),
    names(4, 4),
  ],
};

describe('a graph of references', () => {
  test('as a page leads from each object to those that it refers to and back, and runs nothing', () => {
    const page = graphHtml([graph, graph]);
    const parser = new SaxesParser();
    const anchors = new Set<string>();
    const links: string[] = [];
    parser.on('error', (problem) => {
      throw problem;
    });
    parser.on('opentag', ({ name, attributes }) => {
      assert.ok(!/^(?:script|iframe|object|embed)$/.test(name));
      assert.ok(Object.keys(attributes).every((attribute) => !attribute.startsWith('on')));
      if (name === 'article') anchors.add(attributes['id']!);
      if (name === 'a') links.push(attributes['href']!);
    });
    // Void elements close themselves, which XML does not know.
    parser.write(page.replace('<!doctype html>', '').replaceAll(/(<meta [^>]*)>/g, '$1/>')).close();
    assert.equal(anchors.size, 2 * graph.objects.length);
    assert.equal(links.length, 2 * 2 * graph.references.length);
    assert.ok(links.every((link) => anchors.has(link.slice(1))));
    assert.match(
      page,
      /<li class="wrong">refers to <a href="#object-0-5">ConfigMap b<\/a> .*did you mean &quot;mode&quot;/,
    );
    assert.match(page, /<li>referred to by \(selects\) <a href="#object-0-2">Service web<\/a>/);
    assert.match(page, /Secret a&lt;b&gt;&quot;&amp;/);
  });

  test('as a picture is a document of its own, whatever is in names', () => {
    const svg = graphSvg([graph, { ...graph, kustomization: 'a&b/kustomization.yaml' }]);
    const texts: string[] = [];
    const parser = new SaxesParser();
    parser.on('error', (error) => assert.fail(error));
    parser.on('text', (text) => texts.push(text));
    parser.write(svg).close();
    assert.ok(texts.some((text) => text.includes('Deployment web refers to Secret a<b>"&')));
    assert.ok(!/<script|href=|\u202e/.test(svg));
    assert.match(svg, /prefers-color-scheme:dark/);
    assert.equal(svg, graphSvg([graph, { ...graph, kustomization: 'a&b/kustomization.yaml' }]));
  });

  test('as JSON fits its schema', () => {
    const schema = JSON.parse(readFileSync(path.join(root, 'schemas/graph.schema.json'), 'utf8')) as object;
    const validate = new Ajv({ strict: false }).compile(schema);
    assert.ok(validate(JSON.parse(graphJson([graph]))), JSON.stringify(validate.errors));
  });

  test('as diagrams leaves nothing of a name that a diagram would read', () => {
    for (const text of [graphMermaid([graph]), graphDot([graph]), graphText([graph])])
      assert.ok(!text.includes('\u202e'));
    assert.match(graphMermaid([graph]), /a#60;b#62;#34;#38;/);
    assert.match(graphDot([graph]), /a<b>\\"&/);
  });

  test('is filtered by what leads where', () => {
    const kept = (filter: Parameters<typeof filteredGraph>[1]): readonly string[] =>
      filteredGraph(graph, filter).references.map(({ from, to }) => `${from} ${to}`);
    assert.deepEqual(kept({ from: ['Service/web'] }), ['0 1', '2 0']);
    assert.deepEqual(kept({ to: ['Deployment/web'] }), ['2 0']);
    assert.deepEqual(kept({ from: ['a'] }), ['4 5', '5 4', '4 4']);
    assert.deepEqual(kept({ kinds: ['Secret'] }), ['0 1']);
    assert.deepEqual(kept({ only: 'problems' }), ['0 1', '4 5']);
    assert.deepEqual(kept({ only: 'problems', kinds: ['ConfigMap'] }), ['4 5']);
    assert.deepEqual(kept({ namespaces: ['other'] }), []);
  });
});
