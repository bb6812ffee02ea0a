import assert from 'node:assert/strict';
import { test } from 'node:test';
import { codeLenses, documentLinks, effective } from '@podlint/language-server/features';
import { open, podHead, uri } from './kit.js';

const pod = `${podHead}  hostnameOverride: a\n  containers:\n    - name: web\n      image: nginx\n      livenessProbe:\n        httpGet:\n          port: 80\n`;

test('the verdict of each version, with what stands against it', () => {
  const { file } = open(pod, {}, { kubernetesVersions: ['1.33', '1.36'], preset: 'none' });
  const [verdict, shown, timeline] = codeLenses(file);
  assert.equal(verdict!.command!.title, '1.33 rejected: 1 error · 1.36 accepted');
  assert.deepEqual(verdict!.range.start, { line: 0, character: 0 });
  assert.deepEqual(shown!.command, {
    title: 'effective Pod',
    command: 'podlint.showEffectivePod',
    arguments: [uri, { line: 0, character: 0 }],
  });
  assert.deepEqual(timeline!.command, {
    title: 'probe timeline: kill at 20-30 s',
    command: 'podlint.showTimeline',
    arguments: [uri, { line: 7, character: 6 }],
  });
});

test('a client that can compare is led to the comparison', () => {
  const commands = codeLenses(open(pod).file, 'to compare').map(({ command }) => command!.command);
  assert.deepEqual(commands, ['', 'podlint.compareWithEffectivePod', 'podlint.showTimeline']);
});

test('objects that are not judged have none', () => {
  assert.deepEqual(codeLenses(open('apiVersion: example.com/v1\nkind: Widget\nmetadata:\n  name: a\n').file), []);
});

test('the effective object, with the reason of each default', () => {
  const { file } = open(pod);
  assert.match(effective(file, 0)!.text, /imagePullPolicy: Always {2}# Always, because the tag is latest or missing/);
  assert.equal(effective(open('a: b\n').file, undefined), null);
});

test('images lead to the pages that their registries have about them', () => {
  const images = [
    'nginx:1.29',
    'bitnami/redis',
    'quay.io/prometheus/node-exporter:v1',
    'ghcr.io/example/app@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef',
    'registry.k8s.io/pause:3.10',
    'registry.example.com/app',
    'not an image',
  ];
  const text = `${podHead}  containers:\n${images.map((image, i) => `    - name: c${i}\n      image: ${image}\n`).join('')}`;
  assert.deepEqual(
    documentLinks(open(text).file, open(text).service).map(({ target }) => target),
    [
      'https://hub.docker.com/_/nginx',
      'https://hub.docker.com/r/bitnami/redis',
      'https://quay.io/repository/prometheus/node-exporter',
      'https://ghcr.io/example/app',
    ],
  );
});
