// What the tests share: the built extension in an editor of its own for each test, in one browser.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { root } from '../kit.mjs';
import { installExtension, startCodeServer } from './code-server.mjs';
import { codeServerIn, findChromium, playwrightIn } from './install.mjs';
import { Workbench } from './workbench.mjs';

const extensionFolder = path.join(root, 'packages/vscode');
/** Screens of tests that failed. */
const failures = path.join(root, '.cache/integrations/vscode-failures');

export class Editors {
  /** Builds and installs the extension, and opens a browser. */
  static async prepare(folder) {
    execFileSync(process.execPath, [path.join(extensionFolder, 'scripts/vsix.mjs')], { stdio: 'inherit' });
    const vsix = path.join(
      extensionFolder,
      readdirSync(extensionFolder).find((file) => file.endsWith('.vsix')),
    );
    const extensions = mkdtempSync(path.join(tmpdir(), 'podlint-vscode-extensions-'));
    await installExtension(codeServerIn(folder), vsix, extensions);
    const browser = await playwrightIn(folder).chromium.launch({
      executablePath: findChromium(),
      args: ['--no-sandbox', '--disable-dev-shm-usage'],
    });
    rmSync(failures, { recursive: true, force: true });
    return new Editors(codeServerIn(folder), extensions, browser);
  }

  constructor(codeServer, extensions, browser) {
    this.codeServer = codeServer;
    this.extensions = extensions;
    this.browser = browser;
  }

  /** Runs `act` with a workbench on a workspace that holds `files`; a failure leaves a picture of the screen behind. */
  async with(
    { files, settings, flags, viewport = { width: 1280, height: 800 }, colorScheme = 'light', deviceScaleFactor = 1 },
    act,
  ) {
    const server = await startCodeServer(this.codeServer, { files, settings, flags, extensions: this.extensions });
    const context = await this.browser.newContext({ viewport, colorScheme, deviceScaleFactor });
    const page = await context.newPage();
    try {
      const workbench = new Workbench(page, server.workspace);
      await workbench.load(server.page);
      await act(workbench);
    } catch (error) {
      mkdirSync(failures, { recursive: true });
      const picture = path.join(failures, `${path.basename(path.dirname(server.workspace))}.png`);
      await page.screenshot({ path: picture });
      throw new Error(`${error.message}\nthe screen: ${picture}`, { cause: error });
    } finally {
      await context.close();
      await server.stop();
    }
  }

  async close() {
    await this.browser.close();
    rmSync(this.extensions, { recursive: true, force: true });
  }
}
