// VS Code itself, with the built extension, used as a person does: every action through the screen, every result read from it or from the disk.
// No folder is trusted: what works here works there too.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { Editors } from './editor.mjs';
import { provideEditor } from './install.mjs';
import { compose, misspelt, probed } from './manifests.mjs';

const { folder, skip } = provideEditor();

describe('VS Code', { skip, timeout: 600_000 }, () => {
  let editors;
  before(async () => {
    editors = await Editors.prepare(folder);
  });
  after(() => editors?.close());

  test('a mistake is underlined and listed', async () => {
    await editors.with({ files: { 'pod.yaml': misspelt, 'compose.yaml': compose } }, async (workbench) => {
      await workbench.open('pod.yaml');
      await workbench.squiggles('error').first().waitFor();
      const problems = await workbench.problems();
      await problems.filter({ hasText: 'imagePullPolcy' }).filter({ hasText: 'schema/unknown-field' }).first().waitFor();
      await workbench.statusItem('Kubernetes 1.36: rejected').waitFor();
      await workbench.open('compose.yaml');
      await workbench.statusItem('Kubernetes').waitFor({ state: 'detached' });
      assert.equal(await workbench.squiggles('error').count(), 0);
    });
  });

  test('the timeline is a picture that follows what is typed', async () => {
    await editors.with({ files: { 'pod.yaml': probed } }, async (workbench) => {
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

  test('the status bar chooses the version', async () => {
    await editors.with({ files: { 'pod.yaml': probed } }, async (workbench) => {
      await workbench.open('pod.yaml');
      await workbench.statusItem('Kubernetes 1.36').click();
      await workbench.choice('1.30').click();
      await workbench.savedFile('.vscode/settings.json', /"podlint.kubernetesVersion": "1.30"/);
    });
  });
});
