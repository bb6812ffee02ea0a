import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { lintPaths } from 'podlint/node';

const deployment = (reference: string): string => `apiVersion: apps/v1
kind: Deployment
metadata:
  name: app
spec:
  selector: {matchLabels: {app: web}}
  template:
    metadata: {labels: {app: web}}
    spec:
      containers:
        - name: app
          image: registry.example/app:1.2
          env:
            - name: MODE
              valueFrom:
                configMapKeyRef: ${reference}
`;

const kustomization = `resources: [app.yaml]
configMapGenerator:
  - name: app-config
    literals: [mode=fast]
`;

describe('references in what kustomizations build', () => {
  let folder = '';
  const put = (name: string, text: string): void => {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  };
  const found = async (): Promise<string[]> => {
    const { files } = await lintPaths(['.'], { cwd: folder });
    return files.flatMap(({ path: file, diagnostics }) =>
      diagnostics
        .filter(({ code, severity }) => code.startsWith('refs/') && severity !== 'info')
        .map(({ code, messageId, range }) => `${file}:${range.start.line} ${code} ${messageId}`),
    );
  };

  before(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'references-'));
  });
  after(() => {
    rmSync(folder, { recursive: true });
  });

  test('a generated ConfigMap has its keys and its name', async () => {
    put('one/kustomization.yaml', kustomization);
    put('one/app.yaml', deployment('{name: app-config, key: mode}'));
    assert.deepEqual(await found(), []);
    put('one/app.yaml', deployment('{name: app-config, key: mdoe}'));
    assert.deepEqual(await found(), ['one/app.yaml:16 refs/missing-key near']);
    put('one/app.yaml', deployment('{name: app-cofnig, key: mode}'));
    assert.deepEqual(await found(), ['one/app.yaml:16 refs/missing near']);
  });

  test('what another build has is not there', async () => {
    put('one/app.yaml', deployment('{name: app-config, key: mode}'));
    put('two/kustomization.yaml', kustomization.replace('mode=fast', 'level=1'));
    put('two/app.yaml', deployment('{name: app-config, key: mode}'));
    assert.deepEqual(await found(), ['two/app.yaml:16 refs/missing-key missing']);
  });
});
