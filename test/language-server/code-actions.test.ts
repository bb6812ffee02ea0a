import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import type { ReportedDiagnostic } from '@podlint/engine';
import { codeActions, fixAllEdits, type FileView } from '@podlint/language-server/service';
import type { CodeAction } from 'vscode-languageserver-types';
import { samples } from '../kit/manifests.js';
import { applied, viewOf, withEdits } from './kit.js';

const root = path.resolve(import.meta.dirname, '../../..');
const strict = { preset: 'strict' } as const;

function rangeOf({ range: { start, end } }: ReportedDiagnostic) {
  return {
    start: { line: start.line - 1, character: start.column - 1 },
    end: { line: end.line - 1, character: end.column - 1 },
  };
}

function actionsFor(view: FileView, found: ReportedDiagnostic): CodeAction[] {
  const remedies = [...found.fixes, ...found.choices].map(({ title }) => title);
  return codeActions(view, rangeOf(found), { resolution: 'late', askedBy: 'person', hiding: 'each place' }).filter(
    ({ title, diagnostics }) =>
      diagnostics?.some(({ code, range, severity }) => {
        // What a container does not set is told in one.
        if (code === 'not-set') return remedies.includes(title) || title.includes(` ${found.code} `);
        return code === found.code && (severity === 3 || range.start.line === found.range.start.line - 1);
      }),
  );
}

/** How often a code is found, per line for some ways to hide it. */
function countOf(text: string, code: string): number {
  return viewOf(text, strict)?.diagnostics.filter((found) => found.code === code).length ?? 0;
}

function syntaxProblems(text: string): number {
  return viewOf(text, strict)?.diagnostics.filter(({ stage }) => stage === 'syntax').length ?? 0;
}

const findings = samples.flatMap((text, index) => {
  const view = viewOf(text, strict);
  return view ? view.diagnostics.map((found) => ({ index, text, view, found })) : [];
});

test('a comment hides what it is made for, and the document stays readable', () => {
  let checked = 0;
  for (const { index, text, view, found } of findings) {
    for (const action of actionsFor(view, found).filter(({ title }) => title.startsWith('Disable'))) {
      const after = applied(text, action);
      const left = countOf(after, found.code);
      assert.ok(left < countOf(text, found.code), `sample ${index}: ${action.title} hides nothing:\n${after}`);
      if (action.title.endsWith('in this file')) assert.equal(left, 0);
      assert.equal(syntaxProblems(after), syntaxProblems(text), `sample ${index}: ${action.title}:\n${after}`);
      checked++;
    }
  }
  assert.ok(checked > 500, `only ${checked} actions`);
});

test('what is added takes its finding away, and the document stays readable', () => {
  let checked = 0;
  for (const { index, text, view, found } of findings) {
    for (const action of actionsFor(view, found).filter(({ title }) => title.startsWith('Add '))) {
      const after = applied(text, action);
      assert.ok(
        countOf(after, found.code) < countOf(text, found.code),
        `sample ${index}: ${action.title} does not help with ${found.code} at ${found.path}:\n${after}`,
      );
      assert.equal(syntaxProblems(after), syntaxProblems(text), `sample ${index}: ${action.title}:\n${after}`);
      checked++;
    }
  }
  assert.ok(checked > 100, `only ${checked} actions`);
});

const pod = `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: registry.example/web:1
      imagePullPolicy: always
      volumeMounts:
        - name: data
`;

function titles(text: string, code: string): string[] {
  const view = viewOf(text)!;
  return view.diagnostics
    .filter((found) => found.code === code)
    .flatMap((found) => actionsFor(view, found).map(({ title }) => title));
}

function actionWith(text: string, title: string): CodeAction {
  const view = viewOf(text)!;
  const action = view.diagnostics
    .flatMap((found) => actionsFor(view, found))
    .find((candidate) => candidate.title === title);
  assert.ok(action, `no action "${title}"`);
  return action;
}

test('a probe of a port with a slip in its name is led to the port', () => {
  const probed = `${pod.slice(0, pod.indexOf('      volumeMounts'))}      ports: [{name: http, containerPort: 80}]\n      livenessProbe: {tcpSocket: {port: htp}}\n`;
  const [change, add] = titles(probed, 'probes/port-not-declared');
  assert.deepEqual([change, add], ['Change it to "http"', 'Add port "htp"']);
  assert.match(applied(probed, actionWith(probed, 'Change it to "http"')), /port: http}}/);
});

test('each fix of the report is a quick fix; a safe one that stands alone is preferred', () => {
  const view = viewOf(pod)!;
  const found = view.diagnostics.filter(({ fixes }) => fixes.length > 0);
  assert.ok(found.length > 0);
  for (const diagnostic of found) {
    const fixes = actionsFor(view, diagnostic).filter(({ title }) =>
      diagnostic.fixes.some((fix) => fix.title === title),
    );
    assert.deepEqual(
      fixes.map(({ title }) => title),
      diagnostic.fixes.map(({ title }) => title),
    );
    assert.deepEqual(
      fixes.map(({ kind }) => kind),
      fixes.map(() => 'quickfix'),
    );
    const safe = diagnostic.fixes.filter(({ safety }) => safety === 'safe');
    assert.equal(fixes.filter(({ isPreferred }) => isPreferred).length, safe.length === 1 ? 1 : 0);
  }
});

test('a word that a field does not take can be replaced by one that it takes; the one that was meant is preferred', () => {
  const words = viewOf(pod)!
    .diagnostics.filter(({ code }) => code === 'api/not-supported')
    .flatMap((found) => actionsFor(viewOf(pod)!, found))
    .filter(({ title }) => title.startsWith('Write'));
  assert.deepEqual(
    words.map(({ title, isPreferred = false }) => [title, isPreferred]),
    [
      ['Write "Always"', true],
      ['Write "IfNotPresent"', false],
      ['Write "Never"', false],
    ],
  );
  assert.match(applied(pod, words[0]!), /imagePullPolicy: Always\n/);
});

test('a missing volume can be added in several ways', () => {
  assert.deepEqual(
    titles(pod, 'api/not-found').filter((title) => title.startsWith('Add')),
    ['Add an empty volume "data"', 'Add a volume with the ConfigMap "data"', 'Add a volume with the Secret "data"'],
  );
  assert.ok(
    applied(pod, actionWith(pod, 'Add an empty volume "data"')).endsWith(
      '  volumes:\n    - name: data\n      emptyDir: {}\n',
    ),
  );
});

test('ids are added to comments that are there, before their reasons', () => {
  const line = pod.replace('/web:1', '/web:1 # podlint-disable-line images/no-digest -- known');
  const above = pod.replace(
    '      imagePullPolicy',
    '      # podlint-disable-next-line images/no-digest\n      imagePullPolicy',
  );
  const file = `# podlint-disable-file images/no-digest -- all\n${pod}`;
  const unsupported = 'Disable api/not-supported';
  assert.match(
    applied(
      line.replace('always', 'x # podlint-disable-line a/b -- why'),
      actionWith(line.replace('always', 'x # podlint-disable-line a/b -- why'), `${unsupported} on this line`),
    ),
    /# podlint-disable-line a\/b, api\/not-supported -- why\n/,
  );
  assert.match(
    applied(above, actionWith(above, `${unsupported} with a comment above`)),
    /# podlint-disable-next-line images\/no-digest, api\/not-supported\n {6}imagePullPolicy/,
  );
  assert.match(
    applied(file, actionWith(file, `${unsupported} in this file`)),
    /^# podlint-disable-file images\/no-digest, api\/not-supported -- all\napiVersion/,
  );
  assert.match(
    applied(`---\n${pod}`, actionWith(`---\n${pod}`, `${unsupported} in this file`)),
    /^---\n# podlint-disable-file api\/not-supported\napiVersion/,
  );
});

test('JSON, which has no comments, gets an annotation', () => {
  const json =
    '{"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "web"}, "spec": {"containers": [{"name": "web", "image": "registry.example/web:1", "imagePullPolicy": "x"}]}}';
  const after = applied(json, actionWith(json, 'Disable api/not-supported on this object'));
  assert.deepEqual((JSON.parse(after) as { metadata: object }).metadata, {
    name: 'web',
    annotations: { 'podlint.io/disable': 'api/not-supported' },
  });
  assert.equal(
    viewOf(after)!.diagnostics.some(({ code }) => code === 'api/not-supported'),
    false,
  );
});

test('fix-all makes of a file what the command makes of it', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'podlint-fix-all-'));
  try {
    for (const [index, text] of samples.entries()) writeFileSync(path.join(folder, `${index}.yaml`), text);
    // Each by itself: fixes of one file may rest on another.
    let fixed = 0;
    for (const [index, text] of samples.entries()) {
      const view = viewOf(text);
      if (!view || index % 4 !== 0) continue;
      const name = `${index}.yaml`;
      spawnSync(process.execPath, [path.join(root, 'packages/cli/bundle/podlint.js'), '--fix', name], { cwd: folder });
      const after = withEdits(text, fixAllEdits(view));
      assert.equal(after, readFileSync(path.join(folder, name), 'utf8'), name);
      if (after !== text) fixed++;
    }
    assert.ok(fixed > 2, `only ${fixed} files had something to fix`);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('fix-all comes where it is asked for, or where something here can be fixed', () => {
  const view = viewOf(pod)!;
  const top = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
  const kinds = (only?: string[]): (string | undefined)[] =>
    codeActions(view, top, { only, resolution: 'late', askedBy: 'person', hiding: 'each place' }).map(
      ({ kind }) => kind,
    );
  assert.deepEqual(kinds(['source.fixAll']), ['source.fixAll.podlint']);
  assert.deepEqual(kinds(['source']), ['source.fixAll.podlint']);
  assert.deepEqual(kinds(['refactor']), []);
  assert.equal(kinds().includes('source.fixAll.podlint'), false);
});
