import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CompletionItem, Hover } from 'vscode-languageserver/node';
import type { Client } from './client.js';
import { inWorkspace } from './in-workspace.js';

const definition = (type: string): string => `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: {name: widgets.example.com}
spec:
  group: example.com
  names: {kind: Widget, plural: widgets, singular: widget, listKind: WidgetList}
  scope: Namespaced
  versions:
    - name: v1
      served: true
      storage: true
      schema:
        openAPIV3Schema:
          type: object
          properties:
            spec:
              type: object
              properties:
                size: {type: ${type}}
                mode: {type: string, enum: [fast, slow], default: fast, description: How it spins}
`;
const widget = 'apiVersion: example.com/v1\nkind: Widget\nmetadata: {name: a}\nspec:\n  size: many\n  mode: fast\n';

const position = { line: 5, character: 9 };

function ask<Answer>(client: Client, method: string, uri: string): Promise<Answer> {
  return client.connection.sendRequest(`textDocument/${method}`, { textDocument: { uri }, position });
}

test('a definition in the workspace judges objects of its kind, and judges them anew when it changes', () =>
  inWorkspace({ a: { 'crd.yaml': definition('integer') } }, {}, async (client, at, write) => {
    await client.open(at('a/widget.yaml'), widget);
    assert.deepEqual(await client.codes(at('a/widget.yaml'), 'api/type-invalid', 'there'), ['api/type-invalid']);
    await write('a/crd.yaml', definition('string'));
    assert.deepEqual(await client.codes(at('a/widget.yaml'), 'api/type-invalid', 'gone'), []);
    await client.open(at('a/crd.yaml'), definition('boolean'));
    assert.deepEqual(await client.codes(at('a/widget.yaml'), 'api/type-invalid', 'there'), ['api/type-invalid']);
    await client.close(at('a/crd.yaml'));
    assert.deepEqual(await client.codes(at('a/widget.yaml'), 'api/type-invalid', 'gone'), []);
  }));

test('definitions that the config names, and those that are carried along', () =>
  inWorkspace(
    { a: { 'podlint.config.yaml': 'crds: ../defs\n' }, defs: { 'crd.yaml': definition('integer') } },
    {},
    async (client, at) => {
      await client.open(at('a/widget.yaml'), widget);
      await client.codes(at('a/widget.yaml'), 'api/type-invalid', 'there');
      await client.open(
        at('a/cert.yaml'),
        'apiVersion: cert-manager.io/v1\nkind: Certificate\nmetadata: {name: a}\nspec: {secretNam: a, issuerRef: {name: a}}\n',
      );
      await client.codes(at('a/cert.yaml'), 'schema/unknown-field', 'there');
    },
  ));

test('hover and completion speak of what the definition says', () =>
  inWorkspace({ a: { 'crd.yaml': definition('integer') } }, {}, async (client, at) => {
    await client.open(at('a/widget.yaml'), widget);
    await client.codes(at('a/widget.yaml'), 'api/type-invalid', 'there');
    const { contents } = await ask<Hover>(client, 'hover', at('a/widget.yaml'));
    assert.match((contents as { value: string }).value, /Allowed: `fast` and `slow`[^]*How it spins/);
    const { items } = await ask<{ items: CompletionItem[] }>(client, 'completion', at('a/widget.yaml'));
    assert.deepEqual(
      items.map(({ label }) => label),
      ['fast', 'slow'],
    );
  }));

test('the life and the probes of a Pod in a kind whose definition is carried along', () =>
  inWorkspace({ a: {} }, {}, async (client, at) => {
    const uri = at('a/rollout.yaml');
    const spec = { containers: [{ name: 'app', image: 'x:1', livenessProbe: { exec: { command: ['x'] } } }] };
    const template = { metadata: { labels: { a: 'b' } }, spec };
    const rollout = {
      ...{ apiVersion: 'argoproj.io/v1alpha1', kind: 'Rollout', metadata: { name: 'web' } },
      spec: { replicas: 'many', selector: { matchLabels: { a: 'b' } }, template },
    };
    await client.open(uri, JSON.stringify(rollout));
    await client.codes(uri, 'api/type-invalid', 'there');
    for (const method of ['podlint/life', 'podlint/timeline']) {
      const shown = await client.connection.sendRequest<{ readonly heading: string }>(method, {
        textDocument: { uri },
      });
      assert.match(shown.heading, /^Rollout web/, method);
    }
  }));
