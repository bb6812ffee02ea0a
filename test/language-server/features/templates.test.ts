// Helm templates are no manifests yet, and their fields are those of manifests all the same.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Client } from '../client.js';
import { completed, hoverText } from './kit.js';

/** A chart's template, with lines put in at its places. */
function chart(lines: { readonly spec?: string; readonly container?: string; readonly policy?: string }): string {
  const { spec = '', container = '', policy = '{{ .Values.image.pullPolicy }}' } = lines;
  return `{{- /* One line,
and another one. */ -}}
apiVersion: {{ include "web.api" . }}
kind: Deployment
metadata:
  name: {{ include "web.fullname" . }}
  labels:
    {{- include "web.labels" . | nindent 4 }}
    {{ .Values.key }}: a
spec:
  {{- if not .Values.autoscaling.enabled }}
  replicas: {{ .Values.replicaCount }}
  {{- else }}
  replicas: 1
  {{- end }}
${spec}  template:
    spec:
      serviceAccountName: {{ include "web.account" . }}-{{ .Release.Name }}
      {{- with .Values.nodeSelector }}
      nodeSelector:
        {{- toYaml . | nindent 8 }}
      {{- end }}
      containers:
        - name: {{ .Chart.Name }}
          image: "{{ .Values.image.repository }}:{{ .Values.image.tag | default .Chart.AppVersion }}"
          imagePullPolicy: ${policy}
${container}          resources:
            {{- toYaml .Values.resources | nindent 12 }}
`;
}

test('the fields and values of a Helm template are proposed around its actions', () => {
  const { labels } = completed(chart({ spec: '  ^\n' }));
  assert.ok(labels.includes('minReadySeconds'));
  assert.ok(!labels.includes('replicas') && !labels.includes('template'), 'those that are there do not come');
  assert.ok(completed(chart({ container: '          ^\n' })).labels.includes('livenessProbe'));
  assert.deepEqual(completed(chart({ policy: '^' })).labels, ['Always', 'IfNotPresent', 'Never']);
});

test('what is taken changes a Helm template at the cursor only', () => {
  const around = chart({ container: '          livenessPr^\n' });
  assert.equal(
    completed(around).take('livenessProbe'),
    around.replace('livenessPr^\n', 'livenessProbe:\n            '.concat('\n')),
  );
});

test('inside of an action of a Helm template nothing is proposed, closed or not', () => {
  assert.deepEqual(completed(chart({ policy: '{{ .Values.^image }}' })).labels, []);
  assert.deepEqual(completed(chart({ policy: '{{ .Values.^' })).labels, []);
  // The line below is none of it.
  const begun = chart({ policy: '{{ .Values.', container: '          ^\n' });
  assert.ok(completed(begun).labels.includes('livenessProbe'));
});

test('a field of a Helm template is explained, and what an action writes is not', async () => {
  const field = await hoverText(chart({}).replace('imagePullPolicy', 'image^PullPolicy'));
  assert.match(field!, /\*\*imagePullPolicy\*\* · string/);
  assert.match(field!, /`spec\.template\.spec\.containers\[0\]\.imagePullPolicy` of a Deployment/);
  assert.equal(await hoverText(chart({}).replace('.Values.repl', '.Values.^repl')), undefined);
  assert.equal(await hoverText(chart({}).replace('{{ .Values.repl', '^{{ .Values.repl')), undefined);
});

test('an editor gets both for a file of a chart, and no diagnostics', async () => {
  const client = await Client.start();
  const uri = 'file:///w/charts/web/templates/deployment.yaml';
  const text = chart({ container: '          \n' });
  await client.open(uri, text);
  assert.deepEqual(await client.diagnostics(uri), []);
  const lines = text.split('\n');
  const line = lines.indexOf('          ');
  const ask = (method: string, at: object): Promise<unknown> =>
    client.connection.sendRequest(`textDocument/${method}`, { textDocument: { uri }, position: at });
  const proposed = (await ask('completion', { line, character: 10 })) as { items: { label: string }[] };
  assert.ok(proposed.items.some(({ label }) => label === 'livenessProbe'));
  assert.ok(await ask('hover', { line: lines.findIndex((one) => one.includes('replicas: 1')), character: 4 }));
  assert.equal(await client.stop(), 0);
});
