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

  /** Texts that stand in the editor and not in the file: inlay hints. */
  hint(text) {
    return this.editor.locator('.view-line span[class*="dyn-rule"], .view-line span[class*="ced-"]', { hasText: text }).first();
  }

  lens(text) {
    return this.editor.locator('.codelens-decoration a', { hasText: text }).first();
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
    for (let steps = text.trimEnd().length - column - after.length; steps > 0; steps--) await this.page.keyboard.press('ArrowLeft');
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

  /** The quick fixes at the cursor; `choose` takes one of them by a part of its title. */
  async quickFix(choose) {
    const menu = this.page.locator('.action-widget');
    const row = menu.locator('.monaco-list-row.action', { hasText: choose }).first();
    await until(`the quick fix "${choose}" is offered`, async () => {
      if (await row.isVisible()) return true;
      await this.page.keyboard.press('Escape');
      await this.page.keyboard.press('Control+.');
      return row.waitFor({ timeout: 3000 }).then(() => true, () => false);
    });
    await row.click();
    await menu.waitFor({ state: 'detached' });
  }

  /** Looks at what stands under the pointer, and gives the text of what comes up. */
  async hover(line, word) {
    const popup = this.page.locator('.monaco-hover:not(.hidden) .hover-row').first();
    await until(`something about ${word} comes up`, async () => {
      await this.page.mouse.move(0, 0);
      const { x, y } = await this.placeOf(line, word);
      await this.page.mouse.move(x, y);
      return popup.waitFor({ timeout: 3000 }).then(() => true, () => false);
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

  async save() {
    await this.page.keyboard.press('Control+S');
    await this.page.locator('.tab.active:not(.dirty)').waitFor();
  }

  /** What a panel of an extension shows. */
  get webview() {
    return this.page.frameLocator('iframe.webview.ready').frameLocator('iframe');
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
