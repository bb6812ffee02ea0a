// While somebody types, nothing jumps or flips: what was said stays, moved with the text, until the text reads again.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { calmHints, calmLenses, calmStatus } from '@podlint/language-server/features';
import { calmDiagnostics, diagnosticsOf, LanguageService } from '@podlint/language-server/service';
import type { Diagnostic } from 'vscode-languageserver-types';
import { TextDocument } from 'vscode-languageserver-textdocument';

const uri = 'file:///w/a.yaml';
const deployment = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
  namespace: shop
spec:
  selector:
    matchLabels: {app: web}
  template:
    metadata:
      labels: {app: web}
    spec:
      containers:
        - name: app
          image: registry.example/app
          ports:
            - containerPort: 80000
`;
const service = `---
apiVersion: v1
kind: Service
metadata:
  name: web
  namespace: shop
spec:
  selector: {app: wbe}
  ports:
    - port: 80
      targetPort: 8080
`;

/** An editor with one document, in which somebody types. */
class Editor {
  private readonly service = new LanguageService({ settingsFor: () => ({}), isIgnored: () => false });
  private document: TextDocument;
  isTyping = true;

  constructor(text: string) {
    this.document = TextDocument.create(uri, 'yaml', 1, text);
    this.service.setDocument(this.document);
    this.shown();
  }

  get text(): string {
    return this.document.getText();
  }

  /** Puts a text in the place of what is between two offsets. */
  replace(start: number, end: number, text: string): void {
    const range = { start: this.document.positionAt(start), end: this.document.positionAt(end) };
    this.document = TextDocument.update(this.document, [{ range, text }], this.document.version + 1);
    this.service.setDocument(this.document);
  }

  shown(): { found: Diagnostic[]; lenses: string[]; hints: number; status: string } {
    const file = this.service.anyFile(uri)!;
    const earlier = this.service.earlier(uri);
    const lenses = calmLenses(file, this.service, 'to show');
    const end = this.document.positionAt(this.text.length);
    return {
      found: earlier ? calmDiagnostics(file, earlier, { which: 'all', isTyping: this.isTyping }) : diagnosticsOf(file),
      lenses: lenses.map(({ range, command }) => `${this.lineOf(range.start.line)} ${command?.title}`),
      hints: calmHints(file, this.service, { start: { line: 0, character: 0 }, end }).length,
      status: calmStatus(file, this.service).text,
    };
  }

  private lineOf(line: number): string {
    return this.text.split('\n')[line] ?? '';
  }

  /** Finding and the text that it stands at. */
  said(): string[] {
    return this.shown().found.map(
      ({ code, range }) =>
        `${code} ${this.text.slice(this.document.offsetAt(range.start), this.document.offsetAt(range.end))}`,
    );
  }
}

/** A new line at a place, in which every key of `typed` is typed in turn. */
function typing(text: string, at: number, typed: string, watch: (editor: Editor, key: number) => void): Editor {
  const editor = new Editor(text);
  editor.replace(at, at, '\n');
  typed.split('').forEach((key, index) => {
    editor.replace(at + index, at + index, key);
    watch(editor, index);
  });
  return editor;
}

describe('while a line is typed', () => {
  const at = deployment.indexOf('          ports:');
  const line = '          imagePullPolicy: Always';

  test('no finding, lens, hint or verdict goes away and comes back', () => {
    const before = new Editor(deployment);
    const [{ lenses, status, hints }, said] = [before.shown(), before.said()];
    assert.ok(said.length > 3 && lenses.length > 1 && hints > 0);
    typing(deployment, at, line, (editor, key) => {
      const now = editor.shown();
      // How many mistakes there are may change with every key that makes one: a value that is not typed to its end.
      const verdicts = (some: readonly string[]): string[] => some.map((lens) => lens.replace(/: \d.*$/, ''));
      assert.deepEqual(verdicts(now.lenses), verdicts(lenses), `lenses behind key ${key}`);
      assert.equal(now.status, status, `status behind key ${key}`);
      assert.ok(!now.found.some(({ code }) => String(code).startsWith('syntax/')), `syntax behind key ${key}`);
      for (const one of said)
        assert.ok(editor.said().includes(one) || one.startsWith('images/'), `${one} behind key ${key}`);
    });
  });

  test('what cannot be read is said when the typing stops', () => {
    const editor = typing(deployment, at, '          imagePu', () => undefined);
    assert.ok(!editor.said().some((one) => one.startsWith('syntax/')));
    editor.isTyping = false;
    assert.ok(editor.said().some((one) => one.startsWith('syntax/')));
    assert.ok(
      editor.said().some((one) => one.startsWith('api/')),
      'what was found before is still there',
    );
  });

  test('a document that is broken when it is opened is said to be', () => {
    const editor = new Editor(deployment.replace('image: ', 'image '));
    assert.ok(editor.said().some((one) => one.startsWith('syntax/')));
  });

  test('other documents of the file are judged as they are', () => {
    const text = deployment + service;
    const editor = typing(text, at, '          imag', () => undefined);
    assert.ok(editor.said().some((one) => one.startsWith('refs/')));
    const wbe = editor.text.indexOf('wbe');
    editor.replace(wbe, wbe + 3, 'web');
    assert.ok(!editor.said().some((one) => one.startsWith('refs/') && one.endsWith('wbe')));
  });

  test('what is being changed is faded, and what is gone is gone', () => {
    const editor = new Editor(deployment);
    const port = editor.text.indexOf('80000');
    editor.replace(port, port + 5, '"800');
    const faded = editor.shown().found.filter(({ code }) => code === 'api/invalid');
    assert.deepEqual(
      faded.map(({ tags }) => tags),
      [[1]],
    );
    const line = editor.text.indexOf('            - containerPort');
    editor.replace(line, editor.text.length, '    "');
    assert.ok(!editor.shown().found.some(({ code }) => code === 'api/invalid'));
  });
});

test('300 keys: what vanishes and comes back is only what the text means', () => {
  const flips: string[] = [];
  let keys = 0;
  const typed = [
    '          command: ["sleep", "3600"]',
    '          env:\n            - name: MODE\n              value: "fast"\n            - name: LEVEL\n              value: debug',
    '          livenessProbe:\n            httpGet: {path: /healthz, port: 8080}\n            periodSeconds: 5',
    "          workingDir: '/srv/app'\n          # what the team wants: 'all of it'",
  ];
  let text = deployment;
  for (const lines of typed) {
    const at = text.indexOf('          ports:');
    let last = new Editor(text).shown().status;
    text = typing(text, at, lines, (editor) => {
      const { status, found } = editor.shown();
      keys++;
      // The port stays wrong, so the file is refused all the time.
      if (status !== last || !found.some(({ code }) => code === 'api/invalid'))
        flips.push(`${status}: ${found.map(({ code }) => String(code)).join(', ')}`);
      last = status;
    }).text;
  }
  assert.ok(keys >= 300, String(keys));
  assert.deepEqual(flips, []);
});

test('a text that is only read in part is told as it is where a comment suppresses that', () => {
  // The server reads the first object and leaves out the rest, which is a warning.
  const text = `{"apiVersion": "v1", "kind": "Pod"}\n# The rest\n${deployment}`;
  const session = new LanguageService({ settingsFor: () => ({}) });
  const found = (version: number, now: string): string[] => {
    session.setDocument(TextDocument.create(uri, 'yaml', version, now));
    const file = session.file(uri)!;
    const earlier = session.earlier(uri);
    const shown = earlier ? calmDiagnostics(file, earlier, { which: 'all', isTyping: false }) : diagnosticsOf(file);
    return shown.map(({ code }) => String(code));
  };
  assert.ok(found(1, text).includes('api/required'));
  assert.deepEqual(found(2, `# podlint-disable\n${text}`), []);
});
