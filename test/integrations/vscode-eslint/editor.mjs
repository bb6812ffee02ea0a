// VS Code's side of the ESLint extension (microsoft/vscode-eslint, client/src/client.ts): it opens a document when
// "eslint.validate" or "eslint.probe" names its language, answers what the server asks, and applies what it is told.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { createProtocolConnection } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';

const capabilities = {
  workspace: {
    applyEdit: true,
    configuration: true,
    workspaceFolders: true,
    workspaceEdit: { documentChanges: true },
    diagnostics: { refreshSupport: true },
  },
  textDocument: {
    diagnostic: { dynamicRegistration: true },
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix', 'source.fixAll'] } } },
  },
};

/** What the extension says of a document when nothing but `eslint.validate` and `eslint.probe` is set. */
function configurationOf({ languageId }, { folder, settings }) {
  const named = (setting) => settings[setting]?.includes(languageId);
  return {
    validate: named('eslint.validate') ? 'on' : named('eslint.probe') ? 'probe' : 'off',
    packageManager: 'npm',
    useESLintClass: true,
    useFlatConfig: true,
    experimental: { useFlatConfig: false },
    codeActionOnSave: { mode: 'all' },
    format: false,
    quiet: false,
    onIgnoredFiles: 'off',
    options: {},
    rulesCustomizations: [],
    run: 'onType',
    problems: { shortenToSingleLine: false },
    nodePath: null,
    workspaceFolder: { name: path.basename(folder), uri: pathToFileURL(folder).href },
    codeAction: {
      disableRuleComment: { enable: true, location: 'separateLine', commentStyle: 'line' },
      showDocumentation: { enable: true },
    },
  };
}

export class Editor {
  #documents = new Map();
  #connection;
  #process;
  /** What the server complained of: its errors, and the documents that it gave up. */
  complaints = [];
  /** The pages that it asked to show. */
  shown = [];

  /** @param settings those of the user, as in settings.json */
  static async start({ server, folder, settings }) {
    const editor = new Editor();
    await editor.#begin({ server, folder, settings });
    return editor;
  }

  async #begin({ server, folder, settings }) {
    this.#process = spawn(process.execPath, [server, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
    const connection = createProtocolConnection(this.#process.stdout, this.#process.stdin);
    this.#connection = connection;
    connection.onRequest('workspace/configuration', ({ items }) =>
      items.map(({ scopeUri }) => {
        const document = this.#documents.get(scopeUri);
        return document ? configurationOf(document, { folder, settings }) : null;
      }),
    );
    connection.onRequest('client/registerCapability', () => null);
    connection.onRequest('workspace/diagnostic/refresh', () => null);
    connection.onRequest('workspace/applyEdit', ({ edit }) => this.#applyEdit(edit));
    connection.onRequest('eslint/openDoc', ({ url }) => void this.shown.push(url));
    connection.onRequest('eslint/noConfig', () => void this.complaints.push('no config'));
    connection.onRequest('eslint/noLibrary', () => void this.complaints.push('no ESLint'));
    connection.onRequest('eslint/probeFailed', () => void this.complaints.push('not probed'));
    connection.onNotification('window/logMessage', ({ type, message }) => {
      if (type === 1) this.complaints.push(message);
    });
    connection.onNotification('eslint/status', ({ state }) => {
      if (state !== 1) this.complaints.push(`status ${state}`);
    });
    connection.listen();
    const uri = pathToFileURL(folder).href;
    const workspaceFolders = [{ name: path.basename(folder), uri }];
    await connection.sendRequest('initialize', {
      processId: process.pid,
      rootUri: uri,
      capabilities,
      workspaceFolders,
    });
    await connection.sendNotification('initialized', {});
  }

  async stop() {
    await this.#connection.sendRequest('shutdown');
    await this.#connection.sendNotification('exit');
    this.#connection.dispose();
    this.#process.kill();
  }

  async open(file, text, languageId = 'yaml') {
    const uri = pathToFileURL(file).href;
    this.#documents.set(uri, TextDocument.create(uri, languageId, 1, text));
    await this.#connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId, version: 1, text },
    });
    return uri;
  }

  text(uri) {
    return this.#documents.get(uri).getText();
  }

  /** @param edits as the user types them, or as an action has them */
  async edit(uri, edits) {
    const before = this.#documents.get(uri);
    const version = before.version + 1;
    const text = TextDocument.applyEdits(before, edits);
    this.#documents.set(uri, TextDocument.create(uri, before.languageId, version, text));
    await this.#connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [{ text }],
    });
  }

  async diagnostics(uri) {
    const { items } = await this.#connection.sendRequest('textDocument/diagnostic', { textDocument: { uri } });
    return items;
  }

  /** What the lamp at a finding offers. */
  actions(uri, diagnostic) {
    return this.#connection.sendRequest('textDocument/codeAction', {
      textDocument: { uri },
      range: diagnostic.range,
      context: { diagnostics: [diagnostic] },
    });
  }

  /** What `"editor.codeActionsOnSave": { "source.fixAll.eslint": "explicit" }` does. */
  async fixOnSave(uri) {
    const end = { line: this.#documents.get(uri).lineCount, character: 0 };
    const actions = await this.#connection.sendRequest('textDocument/codeAction', {
      textDocument: { uri },
      range: { start: { line: 0, character: 0 }, end },
      context: { diagnostics: [], only: ['source.fixAll.eslint'] },
    });
    for (const { edit } of actions) await this.#applyEdit(edit);
  }

  async choose({ command }) {
    await this.#connection.sendRequest('workspace/executeCommand', command);
  }

  async #applyEdit({ documentChanges }) {
    for (const { textDocument, edits } of documentChanges) await this.edit(textDocument.uri, edits);
    return { applied: true };
  }
}
