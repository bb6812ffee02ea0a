import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import path from 'node:path';
import { Client } from '../language-server/client.js';

const root = path.resolve(import.meta.dirname, '../../..');
const { settings } = (await import(pathToFileURL(path.join(root, 'packages/vscode/scripts/settings.mjs')).href)) as {
  settings: Record<string, unknown>;
};

/** A value that is none for each setting: the server says so of what it reads. */
const wrong: Readonly<Record<string, unknown>> = {
  kubernetesVersion: '9.99',
  preset: 'strong',
  rules: { 'images/latest-tag': 'fatal' },
  startupTime: { 'registry.example/*': 'soon' },
  staticPods: [5],
  complete: 'yes',
  podSecurity: 'severe',
  enableAdmissionPlugins: ['AlwaysPull'],
  level: 'loud',
  ignoreAnnotations: ['kube-lint'],
  yamlSyntaxErrors: 'sometimes',
  workspaceDiagnostics: 'some',
  inlayHints: 'everything',
};

test('the server reads every setting that the extension has', async () => {
  const names = Object.keys(settings).filter((name) => name !== 'podlint.config');
  assert.deepEqual(
    names.sort(),
    Object.keys(wrong)
      .map((name) => `podlint.${name}`)
      .sort(),
  );
  const client = await Client.start({ initializationOptions: { settings: wrong } });
  const missing = new Set(names);
  await new Promise<void>((resolve) => {
    client.connection.onNotification('window/logMessage', ({ message }: { message: string }) => {
      for (const name of names) if (message.startsWith(name)) missing.delete(name);
      if (missing.size === 0) resolve();
    });
    void client
      .open('file:///w/pod.yaml', 'apiVersion: v1\nkind: Pod\n')
      .then(() => client.diagnostics('file:///w/pod.yaml'))
      .then(() => resolve());
  });
  assert.deepEqual([...missing], []);
  await client.stop();
});
