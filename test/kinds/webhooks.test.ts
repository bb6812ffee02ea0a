import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createLinter } from 'podlint';
import { type Fields, remarks, testCreate, testUpdate } from './kind-cases.js';

// A linter brings the checks of expressions with it.
createLinter();

const rule = { operations: ['CREATE'], apiGroups: [''], apiVersions: ['v1'], resources: ['pods'] };
const webhook = {
  name: 'pods.example.com',
  rules: [rule],
  sideEffects: 'None',
  admissionReviewVersions: ['v1'],
  clientConfig: { url: 'https://a.b/c' },
};
const hook = (fields: Fields): Fields => ({ webhooks: [{ ...webhook, ...fields }] });
const rules = (fields: Fields): Fields => hook({ rules: [{ ...rule, ...fields }] });
const service = (fields: Fields): Fields =>
  hook({ clientConfig: { service: { name: 'a', namespace: 'b', ...fields } } });
const url = (text: string): Fields => hook({ clientConfig: { url: text } });
const condition = (expression: string): Fields => hook({ matchConditions: [{ name: 'a', expression }] });
const expressionPath = 'webhooks[0].matchConditions[0].expression';

for (const kind of ['ValidatingWebhookConfiguration', 'MutatingWebhookConfiguration']) {
  testCreate(kind, hook({}), {
    names: [
      [hook({ name: 'example.com' }), ['Invalid webhooks[0].name']],
      [hook({ name: '' }), ['Required webhooks[0].name']],
      [{ webhooks: [webhook, webhook] }, ['Duplicate webhooks[1].name']],
    ],
    choices: [
      [hook({ failurePolicy: 'Never' }), ['NotSupported webhooks[0].failurePolicy']],
      [hook({ matchPolicy: '' }), ['NotSupported webhooks[0].matchPolicy']],
      [hook({ sideEffects: 'Some' }), ['NotSupported webhooks[0].sideEffects']],
      [hook({ sideEffects: undefined }), ['Required webhooks[0].sideEffects']],
      [hook({ timeoutSeconds: 30 }), []],
      [hook({ timeoutSeconds: 31 }), ['Invalid webhooks[0].timeoutSeconds']],
    ],
    versions: [
      [hook({ admissionReviewVersions: [] }), ['Required webhooks[0].admissionReviewVersions']],
      [hook({ admissionReviewVersions: ['v2'] }), ['Invalid webhooks[0].admissionReviewVersions']],
      [hook({ admissionReviewVersions: ['v1', 'v1'] }), ['Invalid webhooks[0].admissionReviewVersions[1]']],
    ],
    rules: [
      [rules({ operations: ['*', 'CREATE'] }), ['Invalid webhooks[0].rules[0].operations']],
      [rules({ operations: ['READ'] }), ['NotSupported webhooks[0].rules[0].operations[0]']],
      [rules({ apiGroups: [] }), ['Required webhooks[0].rules[0].apiGroups']],
      [rules({ apiVersions: [''] }), ['Required webhooks[0].rules[0].apiVersions[0]']],
      [rules({ resources: ['pods/*', 'pods/status'] }), ['Invalid webhooks[0].rules[0].resources[1]']],
      [rules({ resources: ['*/status', 'pods/status'] }), ['Invalid webhooks[0].rules[0].resources[1]']],
      [rules({ resources: ['*', 'pods'] }), ['Invalid webhooks[0].rules[0].resources']],
      [rules({ resources: ['pods', '*'] }), []],
      [rules({ scope: 'Everywhere' }), ['NotSupported webhooks[0].rules[0].scope']],
    ],
    clients: [
      [hook({ clientConfig: {} }), ['Required webhooks[0].clientConfig']],
      [service({}), []],
      [service({ name: '' }), ['Required webhooks[0].clientConfig.service.namespace']],
      [service({ port: 0 }), ['Invalid webhooks[0].clientConfig.service.port']],
      [service({ path: '/a/' }), []],
      [service({ path: 'a//b' }), ['Invalid webhooks[0].clientConfig.service.path']],
      [url('http://a'), ['Invalid webhooks[0].clientConfig.url']],
      [url('https://u@a?b#c'), ['Invalid webhooks[0].clientConfig.url']],
      [url('https://a:b'), ['Required webhooks[0].clientConfig.url']],
    ],
    conditions: [
      [condition('request.operation == "CREATE"'), []],
      [condition('authorizer.group("").resource("pods").check("get").allowed()'), []],
      [condition('object.name'), [`Invalid ${expressionPath}`]],
      [condition('params.name == ""'), [`Invalid ${expressionPath}`]],
      [condition(' '), [`Required ${expressionPath}`]],
      [condition('ip("1.2.3.4").family() == 4'), []],
      [condition('ip("1.2.3.4").family() == 4'), [`Invalid ${expressionPath}`], 30],
    ],
  });

  testUpdate(kind, hook({}), {
    'what the old one does wrong may stay': [
      [hook({ sideEffects: 'Some' }), hook({ sideEffects: 'Unknown' }), []],
      [hook({}), hook({ sideEffects: 'Unknown' }), ['NotSupported webhooks[0].sideEffects']],
      [condition('nothing'), condition('nothing'), []],
      [condition('true'), condition('nothing'), [`Invalid ${expressionPath}`]],
    ],
  });
}

testCreate('MutatingWebhookConfiguration', hook({}), {
  reinvocation: [[hook({ reinvocationPolicy: 'Often' }), ['NotSupported webhooks[0].reinvocationPolicy']]],
});

test('names for files of the API server are remarked on', () => {
  const named = { metadata: { name: 'a.static.k8s.io' }, ...hook({}) };
  assert.deepEqual(remarks('ValidatingWebhookConfiguration', named).warnings, ['metadata.name']);
  assert.deepEqual(remarks('ValidatingWebhookConfiguration', named, 35).warnings, []);
});
