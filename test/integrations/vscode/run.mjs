// VS Code itself, with the built extension, used as a person does: every action through the screen, every result read
// from it or from the disk.
// No folder is trusted: what works here works there too.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { Editors } from './editor.mjs';
import { provideEditor } from './install.mjs';
import { compose, deployment, misspelt, morePods, probed } from './manifests.mjs';
import { until } from './until.mjs';

const { folder, skip } = provideEditor();
const pod = (text) => ({ files: { 'pod.yaml': text } });

describe('VS Code', { skip, timeout: 1_800_000 }, () => {
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
      await workbench.statusItem('Kubernetes 1.36: rejected').waitFor();
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
      assert.equal(
        await workbench.editor.locator('.view-line', { hasText: 'livenessProbe' }).getByText('kill').count(),
        0,
      );
      await workbench.clickLens('probe timeline', workbench.webview.getByText(/^kill at 19-24 s/));
    });
  });

  test('the effective Pod is compared with its source', async () => {
    await editors.with(pod(probed), async (workbench) => {
      await workbench.open('pod.yaml');
      await workbench.statusItem('Kubernetes 1.36: accepted').waitFor();
      await workbench.clickLens('effective Pod', workbench.page.locator('.editor.modified').first());
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
      // In the order of the source, with the reasons beside it.
      await beside.getByText('a pod has half a minute to end').first().waitFor();
      const lines = await beside.locator('.view-line').allInnerTexts();
      const at = (text) => lines.findIndex((line) => line.includes(text));
      assert.ok(at('image:') < at('livenessProbe:') && at('initialDelaySeconds') < at('periodSeconds'));
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

  test('a patch says in which build it is, and a kustomization completes, explains, leads to and renames what it names', async () => {
    const overlay = 'resources: [../base]\nconfigMapGenerator:\n  - name: settings\n    literals: [color=red]\n';
    const files = {
      'base/kustomization.yaml': 'resources: [web.yaml]\n',
      'base/web.yaml': `${deployment}          envFrom: [{configMapRef: {name: settings}}]\n`,
      'prod/kustomization.yaml': overlay,
      'prod/more-patch.yaml': morePods,
    };
    await editors.with({ files }, async (workbench) => {
      const { page } = workbench;
      await workbench.openIn('prod', 'more-patch.yaml');
      await workbench.lens('a patch that no kustomization takes in').waitFor();
      await workbench.openIn('prod', 'kustomization.yaml');
      await workbench.lens('builds 2 objects: accepted').waitFor();
      // Completion: the field, and a path that is on the disk.
      await workbench.putCursor('literals:');
      await page.keyboard.press('Enter');
      for (let steps = 0; steps < 3; steps++) await page.keyboard.press('Shift+Tab');
      await page.keyboard.type('patches: [{path: ');
      await workbench.complete('more-patch.yaml');
      // VS Code has closed the brackets itself, and takes these for its own, unless it was busy.
      await page.keyboard.type('}]');
      await workbench.save();
      await workbench.savedFile('prod/kustomization.yaml', /patches: \[\{path: more-patch\.yaml\}\]/);
      // It comes back once the text reads again, and moves the lines.
      await workbench.lens('builds 2 objects: accepted').waitFor();
      const explanation = await workbench.hover('configMapGenerator', 'configMapGenerator');
      assert.match(await explanation.innerText(), /ConfigMap/);
      await page.mouse.move(0, 0);
      await workbench.openIn('prod', 'more-patch.yaml');
      await workbench.lens('in prod: builds 2 objects: accepted').waitFor();
      await workbench.statusItem('Kubernetes 1.36: accepted').waitFor();
      await workbench.command('podlint: Compare with What kustomize Builds');
      await page.locator('.editor.modified').locator('.view-line', { hasText: 'settings-' }).first().waitFor();
      // A mistake is told where it is, and the definition of a path is its file.
      await workbench.openIn('prod', 'kustomization.yaml');
      await workbench.putCursor('patches:', { after: 'more-pa' });
      await page.keyboard.press('F12');
      await page.locator('.tab.active', { hasText: 'more-patch.yaml' }).waitFor();
      await page.locator('.tab', { hasText: 'kustomization.yaml' }).click();
      await workbench.putCursor('- name: settings', { after: '- name: set' });
      await page.keyboard.press('F2');
      await page.locator('.rename-box input').fill('colors');
      await page.keyboard.press('Enter');
      await workbench.line('- name: colors').waitFor();
      await workbench.command('File: Save All');
      await workbench.savedFile('prod/kustomization.yaml', /name: colors/);
      await workbench.savedFile('base/web.yaml', /configMapRef: \{name: colors\}/);
      await workbench.putCursor('literals:');
      await page.keyboard.press('Enter');
      for (let steps = 0; steps < 3; steps++) await page.keyboard.press('Shift+Tab');
      await page.keyboard.type('namespce: shop');
      await workbench.squiggles('error').first().waitFor();
      const problems = await workbench.problems();
      await problems.filter({ hasText: 'kustomize/unknown-field' }).first().waitFor();
    });
  });

  test('a setting of a few values is chosen from a list on the settings page', async () => {
    await editors.with(pod(probed), async (workbench) => {
      const { page } = workbench;
      await workbench.open('pod.yaml');
      await workbench.statusItem('Kubernetes 1.36: accepted').waitFor();
      await workbench.command('Preferences: Open Settings (UI)');
      await page.locator('.settings-editor .suggest-input-container').click();
      await page.keyboard.type('podlint kubernetes version');
      const setting = page.locator('.setting-item-contents', { hasText: 'Podlint: Kubernetes Version' }).first();
      const list = setting.locator('select');
      await list.waitFor();
      assert.deepEqual((await list.locator('option').allInnerTexts()).slice(0, 2), ['as the config file says', '1.37']);
      await list.selectOption('1.30');
      await page.locator('.tab', { hasText: 'pod.yaml' }).click();
      await workbench.statusItem('Kubernetes 1.30').waitFor();
    });
  });

  test('the timeline is drawn into its pane at any width, in letters that can be selected, and follows what is typed', async () => {
    await editors.with(pod(probed), async (workbench) => {
      await workbench.open('pod.yaml');
      await workbench.statusItem('Kubernetes 1.36: accepted').waitFor();
      await workbench.command('podlint: Show Probe Timeline');
      const { webview, page } = workbench;
      await webview.getByText(/^kill at 19-24 s/).waitFor();
      const widths = () =>
        webview.locator('body').evaluate((body) => [body.scrollWidth, body.ownerDocument.defaultView.innerWidth]);
      for (const width of [1280, 700, 1600]) {
        await page.setViewportSize({ width, height: 800 });
        await until(`the drawing fits a window of ${width}`, async () => {
          const [drawn, pane] = await widths();
          return drawn <= pane;
        });
      }
      const selected = await webview.locator('.chart').evaluate((chart) => {
        const document = chart.ownerDocument;
        document.getSelection().selectAllChildren(chart);
        return document.getSelection().toString();
      });
      assert.match(selected, /liveness[^]*grace period/);
      const [first] = await webview.locator('.verdict').allInnerTexts();
      assert.match(first, /^kill at/);
      await workbench.putCursor('periodSeconds: 5');
      await page.keyboard.type('0');
      await webview.getByText(/^kill at 109-159 s/).waitFor();
      // What cannot be read for a moment leaves the drawing as it is.
      await page.keyboard.type(' "');
      await workbench.squiggles('error').first().waitFor();
      await webview.getByText('As it was').waitFor();
      assert.equal(await webview.getByText(/^kill at 109-159 s/).count(), 1);
    });
  });

  test('the life of a Pod is a picture of the scenario that is chosen, and follows what is typed', async () => {
    await editors.with(pod(probed), async (workbench) => {
      await workbench.open('pod.yaml');
      await workbench.statusItem('Kubernetes 1.36: accepted').waitFor();
      await workbench.command('podlint: Show Life of the Pod');
      await workbench.choice('the liveness probe of web always fails').click();
      const picture = workbench.webview.locator('svg');
      const told = (words) => picture.locator('text', { hasText: words }).first();
      await told(/Pod .*: the liveness probe of web always fails/).waitFor();
      const { width } = await picture.boundingBox();
      assert.ok(width >= 440, 'the picture is shown');
      await told(/web is restarted/).waitFor();
      await workbench.putCursor('periodSeconds: 5');
      await workbench.page.keyboard.type('000');
      await told(/web is restarted/).waitFor({ state: 'detached' });
    });
  });

  test('the status bar chooses the version, and asks where the choice is kept', async () => {
    const newer = probed.replace(
      'containers:',
      'containers:\n    - name: side\n      image: registry.example.com/side:1\n      restartPolicyRules: []',
    );
    await editors.with(pod(newer), async (workbench) => {
      await workbench.open('pod.yaml');
      await workbench.statusItem('Kubernetes 1.36').click();
      await workbench.choice('1.30').click();
      await workbench.choice('This workspace, for me').click();
      await workbench.statusItem('Kubernetes 1.30: rejected').waitFor();
      const settings = path.join(workbench.workspace, '.vscode/settings.json');
      assert.ok(!existsSync(settings), 'nothing is written that was not named');
      await workbench.statusItem('Kubernetes 1.30').click();
      await workbench.choice('As the config file says').click();
      await workbench.choice('This workspace, for me').click();
      await workbench.statusItem('Kubernetes 1.36').click();
      await workbench.choice('1.30').click();
      await workbench.choice('This workspace, for all').click();
      await workbench.savedFile('.vscode/settings.json', /"podlint.kubernetesVersion": "1.30"/);
      await workbench.statusItem('Kubernetes 1.30: rejected').waitFor();
    });
  });

  test('one entry disables a rule, and asks where', async () => {
    await editors.with(pod(misspelt), async (workbench) => {
      await workbench.open('pod.yaml');
      await workbench.squiggles('error').first().waitFor();
      await workbench.putCursor('imagePullPolcy', { after: 'imagePull' });
      await workbench.quickFix('Disable schema/unknown-field...');
      await workbench.choice('With a comment above').click();
      await workbench.squiggles('error').first().waitFor({ state: 'detached' });
      assert.match(
        await workbench.savedText('pod.yaml'),
        /^ {6}# podlint-disable-next-line schema\/unknown-field\n {6}imagePullPolcy/m,
      );
    });
  });

  test('Enter behind a value that is typed in full goes to the next line', async () => {
    await editors.with(pod(probed), async (workbench) => {
      await workbench.open('pod.yaml');
      await workbench.statusItem('Kubernetes 1.36: accepted').waitFor();
      await workbench.putCursor('image: registry');
      await workbench.page.keyboard.press('Enter');
      await workbench.page.keyboard.type('imagePullPolicy: ', { delay: 30 });
      await workbench.page.keyboard.type('Always', { delay: 30 });
      await workbench.page.locator('.suggest-widget.visible .monaco-list-row').first().waitFor();
      await workbench.page.keyboard.press('Enter');
      await workbench.page.keyboard.type('tty: true', { delay: 30 });
      assert.match(
        await workbench.savedText('pod.yaml'),
        /^ {6}image: .*\n {6}imagePullPolicy: Always\n {6}tty: true\n {6}livenessProbe:$/m,
      );
    });
  });

  test('the whole workspace is checked by one command, whatever the setting leaves out', async () => {
    const files = { 'pod.yaml': probed, 'other.yaml': misspelt };
    await editors.with({ files, settings: { 'podlint.workspaceDiagnostics': 'open' } }, async (workbench) => {
      await workbench.open('pod.yaml');
      await workbench.statusItem('Kubernetes 1.36: accepted').waitFor();
      const problems = await workbench.problems();
      await problems.filter({ hasText: 'pods/bare' }).first().waitFor();
      assert.equal(await problems.filter({ hasText: 'schema/unknown-field' }).count(), 0);
      await workbench.editor.click();
      await workbench.command('podlint: Check Workspace');
      await problems.filter({ hasText: 'schema/unknown-field' }).first().waitFor();
      await workbench.page.getByText('podlint checked 2 manifests: 1 error, 2 warnings').first().waitFor();
    });
  });

  test('breadcrumbs, sticky lines and the outline know every field', async () => {
    const long = probed.replace('containers:\n', `containers:\n${'    # a line\n'.repeat(40)}`);
    const more = `${long}      env:\n${Array.from({ length: 60 }, (_, index) => `        - name: A${index}\n          value: b\n`).join('')}`;
    await editors.with({ ...pod(more), settings: { 'podlint.inlayHints': 'off' } }, async (workbench) => {
      const { page } = workbench;
      await workbench.open('pod.yaml');
      await workbench.statusItem('Kubernetes 1.36: accepted').waitFor();
      await page.keyboard.press('Control+End');
      await page.keyboard.press('ArrowUp');
      const crumbs = page.locator('.breadcrumbs-below-tabs .monaco-breadcrumb-item');
      await crumbs.filter({ hasText: 'A59' }).waitFor();
      const names = (await crumbs.allInnerTexts()).map((name) => name.trim());
      assert.deepEqual(names.slice(1, 6), ['Pod web', 'spec', 'containers', 'web', 'env']);
      const sticky = workbench.editor.locator('.sticky-widget .sticky-line-content');
      await sticky.filter({ hasText: 'env:' }).waitFor();
      assert.deepEqual(
        (await sticky.allInnerTexts()).map((line) => line.trim().replaceAll('\u00a0', ' ')).slice(0, 5),
        ['name: web', 'spec:', 'containers:', '- name: web', 'env:'],
      );
    });
  });

  test('what is no manifest has no actions in the title bar, and a manifest has', async () => {
    await editors.with({ files: { 'pod.yaml': probed, 'compose.yaml': compose } }, async (workbench) => {
      const action = workbench.page.locator('.editor-actions .action-label[aria-label*="Compare with Effective Pod"]');
      await workbench.open('pod.yaml');
      await action.waitFor();
      await workbench.open('compose.yaml');
      await action.waitFor({ state: 'detached' });
      await workbench.command('Preferences: Open Settings (UI)');
      await workbench.page.locator('.settings-editor').waitFor();
      assert.equal(await action.count(), 0);
    });
  });

  test('the pages that the extension brings show their pictures offline', async () => {
    await editors.with(pod(probed), async (workbench) => {
      const { page } = workbench;
      await workbench.open('pod.yaml');
      await page.keyboard.press('Control+Shift+X');
      await page.locator('.extension-list-item', { hasText: 'podlint' }).first().click();
      const picture = workbench.webview.locator('img').first();
      await until('the picture of the README is drawn', () => picture.evaluate((image) => image.naturalWidth > 600));
      await workbench.command('Welcome: Open Walkthrough');
      await workbench.choice('podlint').click();
      await until('the picture of the walkthrough is drawn', () =>
        page.locator('img').evaluateAll((images) => images.some((image) => image.naturalWidth > 600)),
      );
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
