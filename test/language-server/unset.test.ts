// What a container does not set is one information, with all that can be done about it.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createLinterWith } from '@podlint/engine';
import { codeLenses, hover } from '@podlint/language-server/features';
import {
  codeActions,
  diagnosticsOf,
  LanguageService,
  problemsOf,
  type FileView,
} from '@podlint/language-server/service';
import { catalogue } from '@podlint/rules';
import type { CodeAction, Diagnostic, Hover } from 'vscode-languageserver-types';
import { Client } from './client.js';
import { inWorkspace } from './in-workspace.js';
import { applied, uri, viewOf, withEdits } from './kit.js';

const pod = `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  restartPolicy: OnFailure
  containers:
    - image: registry.example/app:1.2
      name: app
      ports:
        - containerPort: 8080
      volumeMounts: []
    - name: sidecar
      image: registry.example/sidecar:1.2
      resources:
        requests: {cpu: 100m, memory: 64Mi}
      securityContext:
        allowPrivilegeEscalation: false
        runAsNonRoot: true
`;

function unsetOf(view: FileView): Diagnostic[] {
  return diagnosticsOf(view).filter(({ severity }) => severity === 3);
}

function at(text: string, word: string) {
  const before = text.slice(0, text.indexOf(word)).split('\n');
  const start = { line: before.length - 1, character: before.at(-1)!.length };
  return { start, end: { ...start, character: start.character + word.length } };
}

function actionsAt(view: FileView, text: string, word: string, resolution: 'late' | 'at-once' = 'late'): CodeAction[] {
  return codeActions(view, at(text, word), { resolution, askedBy: 'person', hiding: 'each place' });
}

/** The codes that the command reports, in the order of the text. */
function codesOf(text: string): string[] {
  return createLinterWith(catalogue, {})
    .lint([{ path: 'a.yaml', text }])
    .files[0]!.diagnostics.map(({ code }) => code);
}

describe('what a container does not set', () => {
  test('is one information at its name; a single setting speaks for itself', () => {
    const found = unsetOf(viewOf(pod)!);
    assert.deepEqual(
      found.map(({ code, range }) => [code, range]),
      [
        ['not-set', { start: { line: 8, character: 12 }, end: { line: 8, character: 15 } }],
        ['resources/no-memory-limit', at(pod, 'sidecar')],
      ],
    );
    assert.match(found[0]!.codeDescription!.href, /docs\/editors\.md#/);
  });

  test('is no problem: neither the lens counts it nor the list of files that are not open', () => {
    const view = viewOf(pod)!;
    assert.deepEqual(problemsOf(view, 'all'), []);
    const [lens] = codeLenses(view, 'for nobody');
    assert.doesNotMatch(lens!.command!.title, /warning/);
    // The command says what it said.
    assert.equal(codesOf(pod).filter((code) => code === 'resources/no-memory-limit').length, 2);
  });

  test('stays an error where a team has made it one', () => {
    const view = viewOf(pod, { rules: { 'resources/no-memory-limit': 'error' } })!;
    const errors = diagnosticsOf(view).filter(({ severity }) => severity === 1);
    assert.deepEqual(
      errors.map(({ code }) => code),
      ['resources/no-memory-limit', 'resources/no-memory-limit'],
    );
    assert.ok(unsetOf(view).some(({ code }) => code === 'not-set'));
  });

  test('is told in full in the hover', async () => {
    const service = new LanguageService({ settingsFor: () => ({}) });
    const view = viewOf(pod)!;
    const shown = (await hover(view, pod.indexOf('app\n      ports') + 1, service)) as Hover;
    const text = JSON.stringify(shown.contents);
    for (const code of ['resources/no-memory-limit', 'resources/no-requests', 'security/run-as-non-root'])
      assert.ok(text.includes(code), code);
  });

  test('can be set one by one, where a person would write it', () => {
    const view = viewOf(pod)!;
    const titles = actionsAt(view, pod, 'app\n').map(({ title }) => title);
    for (const title of ['Add memory: 256Mi', 'Set runAsNonRoot to true']) assert.ok(titles.includes(title), title);
    const action = actionsAt(view, pod, 'app\n').find(({ title }) => title.startsWith('Add requests'))!;
    assert.match(
      applied(pod, action),
      /- containerPort: 8080\n {6}resources:\n {8}requests:\n {10}cpu: 100m\n {10}memory: 128Mi\n {6}volumeMounts/,
    );
  });

  test('can be set at once: then there is nothing left', () => {
    const action = actionsAt(viewOf(pod)!, pod, 'app\n', 'at-once').find(({ title }) =>
      title.startsWith('Set all that'),
    )!;
    const after = applied(pod, action);
    assert.deepEqual(
      unsetOf(viewOf(after)!).map(({ code }) => code),
      ['resources/no-memory-limit'],
      after,
    );
    assert.equal(after.match(/^ {6}resources:/gm)?.length, 2, after);
    assert.equal(after.match(/^ {6}securityContext:/gm)?.length, 2, after);
  });

  test('can be set in the second document, in JSON and in a List', () => {
    const second = `# first\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n---\n${pod}`;
    const inList = `apiVersion: v1\nkind: List\nitems:\n${pod.replace(/^(?=.)/gm, '    ').replace(/^ {4}apiVersion/, '  - apiVersion')}`;
    const inJson = JSON.stringify({ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'web' }, spec: { containers: [{ name: 'app', image: 'registry.example/app:1.2' }] } }, undefined, 2); // prettier-ignore
    for (const text of [second, inList, inJson]) {
      const action = actionsAt(viewOf(text)!, text, text === inJson ? '"app"' : 'app\n', 'at-once').find(({ title }) =>
        title.startsWith('Set all that'),
      );
      assert.ok(action, text);
      const left = unsetOf(viewOf(applied(text, action))!);
      assert.ok(!left.some(({ code }) => code === 'not-set'), applied(text, action));
    }
  });

  test('can be set as far as a remedy is known', () => {
    // What another container has as well is not written into for one of them.
    const sharing = pod
      .replace('      volumeMounts: []\n', '      securityContext: *shared\n')
      .replace(
        '  containers:\n',
        '  containers:\n    - {name: first, image: a, securityContext: &shared {privileged: false}}\n',
      );
    const titles = actionsAt(viewOf(sharing)!, sharing, 'app\n').map(({ title }) => title);
    assert.ok(titles.includes('Set 2 of the 4 that container "app" does not set'), titles.join('\n'));
  });

  test('can be hidden rule by rule, on the line that the rule speaks of', () => {
    const action = actionsAt(viewOf(pod)!, pod, 'app\n').find(
      ({ title }) => title === 'Disable resources/no-requests on this line',
    )!;
    const after = applied(pod, action);
    assert.match(after, /image: registry.example\/app:1.2 # podlint-disable-line resources\/no-requests\n/);
    assert.ok(!codesOf(after).includes('resources/no-requests'));
  });
});

test('a real client gets the information, and its edits when it asks for them', async () => {
  const client = await Client.start({
    capabilities: { textDocument: { codeAction: { resolveSupport: { properties: ['edit'] } } } },
  });
  await client.open(uri, pod);
  const found = (await client.diagnostics(uri)).find(({ code }) => code === 'not-set')!;
  const actions = await client.connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
    textDocument: { uri },
    range: found.range,
    context: { diagnostics: [found], triggerKind: 1 },
  });
  const all = actions.find(({ title }) => title.startsWith('Set all that'))!;
  assert.deepEqual(all.diagnostics, [found]);
  assert.equal(all.edit, undefined);
  const { edit } = await client.connection.sendRequest<CodeAction>('codeAction/resolve', all);
  const [change] = edit!.documentChanges!;
  assert.ok(change && 'edits' in change);
  const after = withEdits(pod, change.edits as Parameters<typeof withEdits>[1]);
  assert.deepEqual(
    unsetOf(viewOf(after)!).map(({ code }) => code),
    ['resources/no-memory-limit'],
  );
  assert.equal(await client.stop(), 0);
});

test('files that nobody has open are not told of for it', async () => {
  const privileged = pod.replace('volumeMounts: []', 'securityContext: {privileged: true}');
  await inWorkspace({ w: { 'a.yaml': privileged } }, {}, async (client, place) => {
    const { diagnostics } = await client.until(place('w/a.yaml'), (last) => last.diagnostics.length > 0);
    assert.ok(diagnostics.every(({ severity }) => severity! <= 2));
    assert.ok(diagnostics.some(({ code }) => code === 'security/privileged'));
    assert.ok(!diagnostics.some(({ code }) => code === 'resources/no-memory-limit'));
  });
});

describe('fix all', () => {
  const text = pod.replace('restartPolicy: OnFailure', 'restartPolicy: onfailure').replace('image: registry.example/sidecar:1.2', 'image: registry.example/sidecar'); // prettier-ignore

  async function asked(triggerKind: number): Promise<{ shown: string[]; logged: string[] }> {
    const client = await Client.start({
      capabilities: { textDocument: { codeAction: { resolveSupport: { properties: ['edit'] } } } },
    });
    const shown: string[] = [];
    const logged: string[] = [];
    client.connection.onNotification(
      'window/showMessage',
      ({ message }: { message: string }) => void shown.push(message),
    );
    client.connection.onNotification(
      'window/logMessage',
      ({ message }: { message: string }) => void logged.push(message),
    );
    await client.open(uri, text);
    await client.diagnostics(uri);
    const [action] = await client.connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri },
      range: at(text, 'apiVersion'),
      context: { diagnostics: [], only: ['source.fixAll.podlint'], triggerKind },
    });
    await client.connection.sendRequest('codeAction/resolve', action);
    assert.equal(await client.stop(), 0);
    return { shown, logged };
  }

  test('tells a person what it leaves, and a log when an editor saves', async () => {
    const person = await asked(1);
    assert.equal(person.shown.length, 1, person.logged.join('\n'));
    assert.match(person.shown[0]!, /of 2 problems/);
    const editor = await asked(2);
    assert.deepEqual(editor.shown, []);
    assert.ok(editor.logged.some((line) => line.includes('of 2 problems')));
  });
});
