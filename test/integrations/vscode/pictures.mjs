// Takes the pictures of the documents: `npm run pictures`, after a build. They are looked at before they are committed.
import path from 'node:path';
import { root } from '../kit.mjs';
import { Editors } from './editor.mjs';
import { provideEditor } from './install.mjs';
import { shown } from './manifests.mjs';

const misspelt = shown.replace('imagePullPolicy', 'imagePullPolcy');
const images = path.join(root, 'docs/images');
const quiet = {
  'workbench.activityBar.location': 'hidden',
  'workbench.layoutControl.enabled': false,
  'window.commandCenter': false,
  'breadcrumbs.enabled': false,
  'editor.stickyScroll.enabled': false,
  'security.workspace.trust.enabled': false,
  'editor.fontSize': 13,
  'editor.lineHeight': 19,
  'editor.overviewRulerBorder': false,
  'editor.hover.delay': 100,
  'explorer.decorations.badges': false,
};

/** Each with the size of the window in pixels, and what is to be done before the picture is taken. */
const pictures = [
  {
    name: 'editor-fixes',
    manifest: misspelt,
    scale: 1.5,
    viewport: { width: 880, height: 560 },
    async act(workbench) {
      await workbench.squiggles('error').first().waitFor();
      await workbench.putCursor('imagePullPolcy', { after: 'imagePull' });
      await workbench.offerFixes('imagePullPolicy');
    },
  },
  {
    name: 'editor-timeline',
    manifest: shown,
    scale: 1,
    viewport: { width: 1320, height: 560 },
    async act(workbench) {
      await workbench.clickLens('probe timeline', workbench.webview.locator('.chart').first());
    },
  },
  {
    name: 'editor-effective',
    manifest: shown,
    scale: 1,
    viewport: { width: 1200, height: 620 },
    async act(workbench) {
      await workbench.command('podlint: Compare with Effective Pod');
      await workbench.page.locator('.editor.modified .view-line', { hasText: 'scheme: HTTP' }).waitFor();
    },
  },
];

const { folder, skip } = provideEditor();
if (skip) throw new Error(skip);
const asked = process.argv.slice(2);
const editors = await Editors.prepare(folder);
try {
  for (const { name, manifest, scale, viewport, act } of pictures.filter(
    (picture) => asked.length === 0 || asked.includes(picture.name),
  )) {
    const settings = { ...quiet, 'workbench.sideBar.location': 'right' };
    await editors.with(
      { files: { 'deployment.yaml': manifest }, settings, viewport, deviceScaleFactor: scale },
      async (workbench) => {
        await workbench.open('deployment.yaml');
        await workbench.statusItem('Kubernetes 1.36').waitFor();
        await workbench.command('View: Toggle Primary Side Bar Visibility');
        await act(workbench);
        await workbench.page.mouse.move(viewport.width / 2, viewport.height - 60);
        await workbench.page.screenshot({
          path: path.join(images, `${name}.png`),
          animations: 'disabled',
          caret: 'initial',
        });
      },
    );
    console.log(`docs/images/${name}.png`);
  }
} finally {
  await editors.close();
}
