// VS Code itself, with the built extension, used as a person does: every action through the screen, every result read
// from it or from the disk.
// No folder is trusted: what works here works there too.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { Editors } from './editor.mjs';
import { provideEditor } from './install.mjs';
import { compose, deployment, misspelt, morePods, probed } from './manifests.mjs';
import { until } from './until.mjs';

const { folder, skip } = provideEditor();
const pod = (text) => ({ files: { 'pod.yaml': text } });

describe('VS Code', { skip, timeout: 600_000 }, () => {
  let editors;
  before(async () => {
    editors = await Editors.prepare(folder);
  });
  after(() => editors?.close());

  test('a mistake is underlined and listed, and its quick fix changes the file', async () => {
    await editors.with({ files: { 'pod.yaml': misspelt, 'compose.yaml': compose } }, async (workbench) => {
      await workbench.open('pod.yaml');
      await workbench.squiggles('error').first().waitFor();
      const problems = await workbench.problems();
      await problems
        .filter({ hasText: 'imagePullPolcy' })
        .filter({ hasText: 'schema/unknown-field' })
        .first()
        .waitFor();
      await workbench.statusItem('Kubernetes 1.36: rejected').waitFor();
      await workbench.putCursor('imagePullPolcy', { after: 'imagePull' });
      await workbench.quickFix('imagePullPolicy');
      await workbench.squiggles('error').first().waitFor({ state: 'detached' });
      assert.equal(await workbench.savedText('pod.yaml'), misspelt.replace('imagePullPolcy', 'imagePullPolicy'));
      await workbench.statusItem('Kubernetes 1.36: accepted').waitFor();
    });
  });

  test('nothing is said about a file without Kubernetes objects', async () => {
    await editors.with({ files: { 'pod.yaml': misspelt, 'compose.yaml': compose } }, async (workbench) => {
      await workbench.open('pod.yaml');
      await workbench.statusItem('Kubernetes').waitFor();
      await workbench.open('compose.yaml');
      await workbench.statusItem('Kubernetes').waitFor({ state: 'detached' });
      assert.equal(await workbench.squiggles('error').count(), 0);
    });
  });

  test('one command makes every fix of a file that keeps its meaning', async () => {
    const twice = misspelt.replace('containers:', 'restartPolcy: Never\n  containers:');
    await editors.with(pod(twice), async (workbench) => {
      await workbench.open('pod.yaml');
      await workbench.squiggles('error').nth(1).waitFor();
      await workbench.command('podlint: Fix All in This File');
      await workbench.squiggles('error').first().waitFor({ state: 'detached' });
      const saved = await workbench.savedText('pod.yaml');
      assert.match(saved, /^ {2}restartPolicy: Never$/m);
      assert.match(saved, /^ {6}imagePullPolicy: Always$/m);
    });
  });

  test('a field is explained under the pointer, and completed at the cursor', async () => {
    await editors.with(pod(probed), async (workbench) => {
      await workbench.open('pod.yaml');
      await workbench.statusItem('Kubernetes 1.36: accepted').waitFor();
      const explanation = await workbench.hover('periodSeconds', 'periodSeconds');
      assert.match(await explanation.innerText(), /spec\.containers\[0\]\.livenessProbe\.periodSeconds/);
      await workbench.putCursor('periodSeconds: 5');
      await workbench.page.keyboard.press('Enter');
      await workbench.complete('failureThreshold');
      await workbench.page.keyboard.type('7');
      assert.equal(await workbench.savedText('pod.yaml'), `${probed}        failureThreshold: 7\n`);
    });
  });

  test('inlay hints and a lens say what is not written', async () => {
    await editors.with(pod(probed), async (workbench) => {
      await workbench.open('pod.yaml');
      await workbench.editor.getByText('IfNotPresent').first().waitFor();
      await workbench.editor.getByText('BestEffort').first().waitFor();
      await workbench.editor
        .getByText(/kill at\s19-24\ss/)
        .first()
        .waitFor();
      await workbench.lens('1.36 accepted').waitFor();
      await workbench.clickLens('probe timeline', workbench.webview.getByAltText(/verdict: kill at 19-24 s/));
    });
  });

  test('the effective Pod is compared with its source', async () => {
    await editors.with(pod(probed), async (workbench) => {
      await workbench.open('pod.yaml');
      await workbench.statusItem('Kubernetes 1.36: accepted').waitFor();
      await workbench.command('podlint: Compare with Effective Pod');
      const effective = workbench.page.locator('.editor.modified');
      await effective.locator('.view-line', { hasText: 'terminationGracePeriodSeconds: 30' }).waitFor();
      await workbench.page
        .locator('.editor.original')
        .locator('.view-line', { hasText: 'initialDelaySeconds: 10' })
        .waitFor();
    });
  });

  test('the effective Pod beside its source follows what is typed', async () => {
    await editors.with(pod(probed), async (workbench) => {
      await workbench.open('pod.yaml');
      await workbench.statusItem('Kubernetes 1.36: accepted').waitFor();
      await workbench.command('podlint: Show Effective Pod');
      const beside = workbench.page.locator('.editor-group-container').nth(1);
      await beside.locator('.view-line', { hasText: 'periodSeconds: 5' }).waitFor();
      await workbench.putCursor('periodSeconds: 5');
      await workbench.page.keyboard.type('0');
      await beside.locator('.view-line', { hasText: 'periodSeconds: 50' }).waitFor();
    });
  });

  test('a base is judged as its overlay makes it, and compared with that', async () => {
    const overlay = 'resources: [../base]\nimages: [{name: nginx, newTag: "1.29"}]\npatches: [{path: more.yaml}]\n';
    const files = {
      'base/kustomization.yaml': 'resources: [web.yaml]\n',
      'base/web.yaml': deployment,
      'prod/kustomization.yaml': overlay,
      'prod/more.yaml': morePods,
    };
    await editors.with({ files }, async (workbench) => {
      await workbench.openIn('base', 'web.yaml');
      await workbench.statusItem('Kubernetes 1.36: accepted').waitFor();
      await workbench.command('podlint: Compare with What kustomize Builds');
      await workbench.page.locator('.editor.modified').locator('.view-line', { hasText: 'nginx:1.29' }).waitFor();
      await workbench.openIn('prod', 'more.yaml');
      await workbench.putCursor('replicas: 2', { after: 'replicas: ' });
      await workbench.page.keyboard.type('-');
      await workbench.squiggles('error').first().waitFor();
      await workbench.page.keyboard.press('Backspace');
      await workbench.squiggles('error').first().waitFor({ state: 'detached' });
      await workbench.save();
      await workbench.openIn('prod', 'kustomization.yaml');
      await workbench.lens('builds 1 object: accepted').waitFor();
      await workbench.statusItem('Kubernetes 1.36: accepted').waitFor();
    });
  });

  test('the timeline is a picture that follows what is typed', async () => {
    await editors.with(pod(probed), async (workbench) => {
      await workbench.open('pod.yaml');
      await workbench.statusItem('Kubernetes 1.36: accepted').waitFor();
      await workbench.command('podlint: Show Probe Timeline');
      const picture = workbench.webview.locator('img');
      await workbench.webview.getByAltText(/verdict: kill at 19-24 s/).waitFor();
      assert.ok((await picture.evaluate((image) => image.naturalWidth)) > 600, 'the picture is shown');
      await workbench.putCursor('periodSeconds: 5');
      await workbench.page.keyboard.type('0');
      await workbench.webview.getByAltText(/verdict: kill at 109-159 s/).waitFor();
    });
  });

  test('the life of a Pod is a picture of the scenario that is chosen, and follows what is typed', async () => {
    await editors.with(pod(probed), async (workbench) => {
      await workbench.open('pod.yaml');
      await workbench.statusItem('Kubernetes 1.36: accepted').waitFor();
      await workbench.command('podlint: Show Life of the Pod');
      await workbench.choice('web never gets ready').click();
      await workbench.webview.getByAltText(/Pod .*: web never gets ready/).waitFor();
      const picture = workbench.webview.locator('img');
      assert.ok((await picture.evaluate((image) => image.naturalWidth)) > 600, 'the picture is shown');
      await workbench.webview.getByAltText(/web is restarted/).waitFor();
      await workbench.putCursor('periodSeconds: 5');
      await workbench.page.keyboard.type('000');
      await workbench.webview.getByAltText(/^(?![^]*is restarted)/).waitFor();
    });
  });

  test('the status bar chooses the version', async () => {
    const newer = probed.replace(
      'containers:',
      'containers:\n    - name: side\n      image: registry.example.com/side:1\n      restartPolicyRules: []',
    );
    await editors.with(pod(newer), async (workbench) => {
      await workbench.open('pod.yaml');
      await workbench.statusItem('Kubernetes 1.36').click();
      await workbench.choice('1.30').click();
      await workbench.savedFile('.vscode/settings.json', /"podlint.kubernetesVersion": "1.30"/);
      await workbench.statusItem('Kubernetes 1.30: rejected').waitFor();
    });
  });

  test('in a page the server is a worker', async () => {
    await editors.with(
      {
        files: { 'pod.yaml': misspelt, 'kustomization.yaml': 'resources: [web.yaml]\n', 'web.yaml': deployment },
        settings: { 'remote.extensionKind': { 'podlint.podlint': ['web'] } },
      },
      async (workbench) => {
        // The file that it names is not open, and the page knows none but open ones.
        await workbench.open('kustomization.yaml');
        await workbench.open('pod.yaml');
        await workbench.squiggles('error').first().waitFor();
        await workbench.statusItem('Kubernetes 1.36: rejected').waitFor();
        await until('the server is a worker of the page', async () =>
          (await workbench.workerNames()).some((name) => name.endsWith('podlint')),
        );
        const problems = await workbench.problems();
        await problems.filter({ hasText: 'schema/unknown-field' }).first().waitFor();
        assert.equal(await problems.filter({ hasText: 'kustomize/' }).count(), 0);
      },
    );
  });
});
