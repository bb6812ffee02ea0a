import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { completed, definedBy, hoverText } from './kit.js';

const definition = {
  apiVersion: 'apiextensions.k8s.io/v1',
  kind: 'CustomResourceDefinition',
  spec: {
    group: 'example.com',
    names: { kind: 'Widget' },
    scope: 'Namespaced',
    versions: [
      {
        name: 'v1',
        served: true,
        storage: true,
        schema: {
          openAPIV3Schema: {
            type: 'object',
            required: ['spec'],
            properties: {
              spec: {
                type: 'object',
                required: ['size'],
                properties: {
                  size: { type: 'integer', minimum: 1, description: 'How big.' },
                  mode: { type: 'string', enum: ['fast', 'slow'], default: 'fast' },
                  active: { type: 'boolean' },
                  tags: { type: 'array', items: { type: 'string', enum: ['a', 'b'] } },
                  parts: {
                    type: 'array',
                    items: { type: 'object', required: ['name'], properties: { name: { type: 'string' } } },
                  },
                  labels: { type: 'object', additionalProperties: { type: 'string' } },
                },
              },
            },
          },
        },
      },
    ],
  },
};
const resources = definedBy([definition]);
const head = 'apiVersion: example.com/v1\nkind: Widget\nmetadata: {name: a}\nspec:\n';
const labels = (text: string): readonly string[] => completed(text, {}, resources).labels;

describe('completion of custom resources', () => {
  test('kinds and versions', () => {
    assert.ok(labels('kind: Widget\napiVersion: ^\n').includes('example.com/v1'));
    assert.ok(labels('apiVersion: example.com/v1\nkind: ^\n').includes('Widget'));
  });

  test('fields that are not there yet, those that are required first', () => {
    assert.deepEqual(labels(`${head}  active: true\n  ^\n`), ['size', 'labels', 'mode', 'parts', 'tags']);
    assert.deepEqual(labels('apiVersion: example.com/v1\nkind: Widget\n^\n'), ['metadata', 'spec']);
  });

  test('a field comes with what it requires', () => {
    const inSpec = completed(`${head}  ^\n`, {}, resources);
    assert.equal(inSpec.take('parts'), `${head}  parts:\n  - name: \n`);
    const whole = completed('apiVersion: example.com/v1\nkind: Widget\n^\n', {}, resources);
    assert.equal(whole.take('spec'), 'apiVersion: example.com/v1\nkind: Widget\nspec:\n  size: \n');
  });

  test('items of lists, with their dash and behind it', () => {
    assert.deepEqual(labels(`${head}  parts:\n    ^\n`), ['- name']);
    assert.deepEqual(labels(`${head}  parts:\n    - ^\n`), ['name']);
    assert.deepEqual(labels(`${head}  tags:\n    - ^\n`), ['a', 'b']);
    assert.deepEqual(labels(`${head}  tags: [^]\n`), ['a', 'b']);
  });

  test('values', () => {
    assert.deepEqual(labels(`${head}  mode: ^\n`), ['fast', 'slow']);
    assert.deepEqual(labels(`${head}  active: ^\n`), ['true', 'false']);
    assert.deepEqual(labels(`${head}  labels:\n    ^\n`), []);
  });

  test('metadata, and templates of Pods, as Kubernetes has them', () => {
    assert.ok(labels('apiVersion: example.com/v1\nkind: Widget\nmetadata:\n  ^\n').includes('labels'));
    const rollout = 'apiVersion: argoproj.io/v1alpha1\nkind: Rollout\nspec:\n  template:\n    spec:\n';
    assert.ok(labels(`${rollout}      ^\n`).includes('containers'));
    assert.deepEqual(labels(`${rollout}      restartPolicy: ^\n`), ['Always', 'OnFailure', 'Never']);
  });
});

describe('hover over custom resources', () => {
  const text = (marked: string): Promise<string | undefined> => hoverText(marked, {}, {}, resources);

  test('a field: type, place, limits, allowed values, default, the words of the definition', async () => {
    const size = await text(`${head}  si^ze: 0\n`);
    assert.match(size!, /\*\*size\*\* · integer · required\n\n`spec\.size` of a Widget/);
    assert.match(size!, /At least: `1`/);
    assert.match(size!, /How big/);
    const mode = await text(`${head}  mo^de: fast\n`);
    assert.match(mode!, /Allowed: `fast` and `slow`/);
    assert.match(mode!, /Default: `"fast"`/);
    assert.match((await text(`${head}  pa^rts: []\n`))!, /list of object/);
  });

  test('the kind: that it is defined, and the verdict', async () => {
    const kind = await text(`apiVersion: example.com/v1\nkind: Wid^get\nmetadata: {name: a}\nspec: {size: 1}\n`);
    assert.match(kind!, /\*\*Widget\*\* · `example\.com\/v1`/);
    assert.match(kind!, /Verdict: 1\.36: /);
  });

  test('a field of a pod template, and of metadata', async () => {
    const rollout = 'apiVersion: argoproj.io/v1alpha1\nkind: Rollout\nmetadata: {nam^e: a}\n';
    assert.match((await text(rollout))!, /Name must be unique/);
  });
});
