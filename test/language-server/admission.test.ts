import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inWorkspace } from './in-workspace.js';

const api = 'apiVersion: admissionregistration.k8s.io/v1';
const rules = `
  matchConstraints:
    resourceRules:
      - {apiGroups: [""], apiVersions: [v1], resources: [configmaps], operations: [CREATE]}`;

const validating = (expression: string): string => `${api}
kind: ValidatingAdmissionPolicy
metadata: {name: few}
spec:${rules}
  validations:
    - expression: ${JSON.stringify(expression)}
---
${api}
kind: ValidatingAdmissionPolicyBinding
metadata: {name: few}
spec: {policyName: few, validationActions: [Deny]}
`;

const mutating = `${api}
kind: MutatingAdmissionPolicy
metadata: {name: emptied}
spec:${rules}
  reinvocationPolicy: Never
  mutations:
    - patchType: JSONPatch
      jsonPatch:
        expression: '[JSONPatch{op: "remove", path: "/data/b"}]'
---
${api}
kind: MutatingAdmissionPolicyBinding
metadata: {name: emptied}
spec: {policyName: emptied}
`;

const settings = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata: {a: "1", b: "2"}\n';
const denied = 'admission/policy-denied';

test('a policy in the workspace judges open documents, and judges them anew when it changes', () =>
  inWorkspace({ a: { 'policy.yaml': validating('size(object.data) < 2') } }, {}, async (client, at, write) => {
    await client.open(at('a/web.yaml'), settings);
    assert.deepEqual(await client.codes(at('a/web.yaml'), denied, 'there'), [denied]);
    await write('a/policy.yaml', validating('size(object.data) < 3'));
    assert.deepEqual(await client.codes(at('a/web.yaml'), denied, 'gone'), []);
    await client.open(at('a/policy.yaml'), validating('size(object.data) < 1'));
    assert.deepEqual(await client.codes(at('a/web.yaml'), denied, 'there'), [denied]);
    await client.close(at('a/policy.yaml'));
    assert.deepEqual(await client.codes(at('a/web.yaml'), denied, 'gone'), []);
  }));

test('a policy that changes objects, before one that judges them', () =>
  inWorkspace({ a: { 'policy.yaml': validating('!("b" in object.data)') } }, {}, async (client, at) => {
    await client.open(at('a/web.yaml'), settings);
    assert.deepEqual(await client.codes(at('a/web.yaml'), denied, 'there'), [denied]);
    await client.open(at('a/mutating.yaml'), mutating);
    assert.deepEqual(await client.codes(at('a/web.yaml'), denied, 'gone'), []);
    await client.open(at('a/other.yaml'), settings.replace(', b: "2"', ''));
    const failed = 'admission/mutation-failed';
    assert.deepEqual(await client.codes(at('a/other.yaml'), failed, 'there'), [failed]);
  }));

test('policies that the config names', () =>
  inWorkspace(
    {
      a: { 'podlint.config.yaml': 'policies: ../cluster\n' },
      cluster: { 'policy.yaml': validating('size(object.data) < 2') },
    },
    {},
    async (client, at) => {
      await client.open(at('a/web.yaml'), settings);
      assert.deepEqual(await client.codes(at('a/web.yaml'), denied, 'there'), [denied]);
    },
  ));

test('a plugin that the config enables', () =>
  inWorkspace(
    {
      a: {
        'podlint.config.yaml':
          'extends: podlint:none\nrules: {images/pull-policy-stale: warn}\nenableAdmissionPlugins: AlwaysPullImages\n',
      },
    },
    {},
    async (client, at, write) => {
      const stale = 'images/pull-policy-stale';
      const pod =
        'apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec: {containers: [{name: a, image: "a:stable"}]}\n';
      await client.open(at('a/web.yaml'), pod);
      assert.deepEqual(await client.codes(at('a/web.yaml'), stale, 'gone'), []);
      await write('a/podlint.config.yaml', 'extends: podlint:none\nrules: {images/pull-policy-stale: warn}\n');
      assert.deepEqual(await client.codes(at('a/web.yaml'), stale, 'there'), [stale]);
    },
  ));
