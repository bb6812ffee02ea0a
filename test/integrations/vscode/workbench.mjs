// What a person does in VS Code, as functions. Each waits for what it causes; none sleeps.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { patience, until } from './until.mjs';

export class Workbench {
  /** @param {import('playwright-core').Page} page */
  constructor(page, workspace) {
    this.page = page;
    this.workspace = workspace;
  }

  async load(address) {
    this.page.setDefaultTimeout(patience);
    await this.page.goto(address);
    await this.page.locator('.monaco-workbench .explorer-folders-view').waitFor();
  }

  /** Opens a file of the workspace's top folder in an editor of its own. */
  async open(file) {
    await this.page.getByRole('treeitem', { name: file }).dblclick();
    await this.editor.locator('.view-line').first().waitFor();
    await this.page.locator('.tab.active', { hasText: file }).waitFor();
  }

  /** Opens a file of a folder that is closed, and closes it again. */
  async openIn(folder, file) {
    const entry = this.page.getByRole('treeitem', { name: folder, exact: true });
    await entry.click();
    await this.open(file);
    await entry.click();
    await this.page.getByRole('treeitem', { name: file }).waitFor({ state: 'detached' });
    await this.editor.click();
  }

  /** The editor that has the focus; in a diff its right side. */
  get editor() {
    return this.page.locator('.editor-group-container.active .editor-instance').first();
  }

  squiggles(severity = 'error') {
    return this.editor.locator(`.squiggly-${severity}`);
  }

  line(text) {
    return this.editor.locator('.view-line', { hasText: text }).first();
  }

  lens(text) {
    return this.editor.locator('.codelens-decoration > *', { hasText: text }).first();
  }

  statusItem(text) {
    return this.page.locator('.statusbar-item', { hasText: text }).first();
  }

  /** Puts the cursor behind the last character of the line that holds a text, or of the text itself. */
  async putCursor(line, { after } = {}) {
    const target = this.line(line);
    await target.click();
    await this.page.keyboard.press('End');
    if (after === undefined) return;
    const text = (await target.innerText()).replaceAll('\u00a0', ' ');
    const column = text.indexOf(after);
    if (column < 0) throw new Error(`${JSON.stringify(text)} does not hold ${after}`);
    for (let steps = text.trimEnd().length - column - after.length; steps > 0; steps--)
      await this.page.keyboard.press('ArrowLeft');
  }

  /** Runs a command by its title, as one does from the palette. */
  async command(title) {
    await this.page.keyboard.press('F1');
    const input = this.page.locator('.quick-input-widget input[type="text"]').first();
    await input.fill(`>${title}`);
    await this.page.locator('.quick-input-list .monaco-list-row', { hasText: title }).first().waitFor();
    await this.page.keyboard.press('Enter');
  }

  /** Rows of the quick pick that is open. */
  choice(text) {
    return this.page.locator('.quick-input-list .monaco-list-row', { hasText: text }).first();
  }

  async problems() {
    await this.page.keyboard.press('Control+Shift+M');
    return this.page.locator('.markers-panel .monaco-list-row');
  }

  /** Opens the quick fixes at the cursor, and gives the one whose title holds a text. */
  async offerFixes(title) {
    const fix = this.page.locator('.action-widget .monaco-list-row.action', { hasText: title }).first();
    await until(`the quick fix "${title}" is offered`, async () => {
      await this.page.keyboard.press('Escape');
      await this.page.keyboard.press('Control+.');
      return fix.waitFor({ timeout: 3000 }).then(
        () => true,
        () => false,
      );
    });
    return fix;
  }

  /** The menu takes no clicks, and no keys in its first moments, so as not to be answered by mistake. */
  async quickFix(title) {
    const fix = await this.offerFixes(title);
    await until(`"${title}" is chosen`, async () => {
      if (!(await fix.isVisible())) return true;
      const isChosen = await fix.evaluate((row) => row.classList.contains('focused'));
      await this.page.keyboard.press(isChosen ? 'Enter' : 'ArrowDown');
      return false;
    });
  }

  /** Clicks a lens until what it opens is there: lenses move while they are drawn. */
  async clickLens(text, opened) {
    await until(`the lens "${text}" opens`, async () => {
      await this.lens(text).click();
      return opened.waitFor({ timeout: 3000 }).then(
        () => true,
        () => false,
      );
    });
  }

  /** Looks at what stands under the pointer, and gives the text of what comes up. */
  async hover(line, word) {
    const popup = this.page.locator('.monaco-hover:not(.hidden) .hover-row').first();
    await until(`something about ${word} comes up`, async () => {
      await this.page.mouse.move(0, 0);
      const { x, y } = await this.placeOf(line, word);
      await this.page.mouse.move(x, y);
      return popup.waitFor({ timeout: 3000 }).then(
        () => true,
        () => false,
      );
    });
    return this.page.locator('.monaco-hover:not(.hidden)').first();
  }

  /** The middle of a word on the line that holds a text, in the page's pixels. */
  async placeOf(line, word) {
    const box = await this.line(line).evaluate((element, wanted) => {
      const walker = element.ownerDocument.createTreeWalker(element, 4);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const at = node.data.indexOf(wanted);
        if (at < 0) continue;
        const range = element.ownerDocument.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + wanted.length);
        const { x, y, width, height } = range.getBoundingClientRect();
        return { x: x + width / 2, y: y + height / 2 };
      }
      return undefined;
    }, word);
    if (!box) throw new Error(`no word "${word}" on the line "${line}"`);
    return box;
  }

  /** Asks for suggestions at the cursor, and gives their rows. */
  async suggest() {
    await this.page.keyboard.press('Control+Space');
    const rows = this.page.locator('.suggest-widget.visible .monaco-list-row');
    await rows.first().waitFor();
    return rows;
  }

  /** Takes a suggestion by its name. */
  async complete(name) {
    const rows = await this.suggest();
    await this.page.keyboard.type(name.slice(0, 4));
    await until(`${name} is the first suggestion`, async () =>
      (await rows.first().getAttribute('aria-label'))?.startsWith(name),
    );
    await this.page.keyboard.press('Tab');
    await this.page.locator('.suggest-widget.visible').waitFor({ state: 'detached' });
  }

  /** Names of the workers that the page has started. */
  async workerNames() {
    return Promise.all(this.page.workers().map((worker) => worker.evaluate(() => self.name).catch(() => '')));
  }

  async save() {
    await this.page.keyboard.press('Control+S');
    await this.page.locator('.tab.active:not(.dirty)').waitFor();
  }

  /** What a panel of an extension shows; while it changes, the next one waits in a frame beside it. */
  get webview() {
    return this.page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
  }

  /** Waits until a file of the workspace holds something. */
  async savedFile(file, pattern) {
    await until(`${file} holds ${pattern}`, () => pattern.test(readFileSync(path.join(this.workspace, file), 'utf8')));
  }

  /** Saves, and gives the file as it is on the disk then. */
  async savedText(file) {
    await this.save();
    return readFileSync(path.join(this.workspace, file), 'utf8');
  }
}
