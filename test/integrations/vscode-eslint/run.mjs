// eslint-plugin-podlint in the ESLint extension of VS Code: its server, driven over stdio as the editor drives it, with the
// settings of docs/eslint.md, in a folder where ESLint and the plugin are installed.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { project } from '@podlint/model';
import { eslints, eslintWorkspace } from '../eslint-workspace.mjs';
import { documented, must, provide } from '../kit.mjs';
import { Editor } from './editor.mjs';

/** The servers of VS Code's extensions by themselves, that of microsoft/vscode-eslint among them. */
const version = '4.10.0';
const { folder: installed, skip } = provide({
  name: 'vscode-langservers-extracted',
  version,
  programs: ['npm'],
  install: (folder) => {
    writeFileSync(path.join(folder, 'package.json'), '{ "private": true }');
    const wanted = `vscode-langservers-extracted@${version}`;
    must('npm', ['install', '--no-audit', '--no-fund', '--silent', '--save-exact', wanted], { cwd: folder });
  },
});
const server = path.join(installed, 'node_modules/vscode-langservers-extracted/bin/vscode-eslint-language-server');
const settings = JSON.parse(documented('vscode-eslint', 'docs/eslint.md'));
const docsOf = (rule) => project.page(`rules/${rule}/README.md`);

const manifest = `apiVersion: v1
kind: Pod
metadata:
  name: web
  namespace: shop
spec:
  containers:
    - name: web
      image: registry.example/web:latest
      imagePullPolicy: always
      securityContext: {privileged: true, runAsNonRoot: true}
  dnsPolcy: Default
`;

/** A folder where a team uses ESLint, opened in the editor. */
async function opened(context, { eslint, settings: used = settings }) {
  const folder = eslintWorkspace(context, eslint, { 'deploy/pod.yaml': manifest });
  const editor = await Editor.start({ server, folder, settings: used });
  context.after(() => editor.stop());
  return { editor, file: path.join(folder, 'deploy/pod.yaml') };
}

const severities = { 1: 'error', 2: 'warning' };
/** Lines and columns from 0, as the protocol has them. */
const told = ({ code, severity, range: { start, end } }) =>
  `${code} ${severities[severity]} ${start.line}:${start.character}-${end.line}:${end.character}`;
const of = (found, rule) => found.find(({ code }) => code === `podlint/${rule}`);
const titled = (actions, start) => actions.find(({ title }) => title.startsWith(start));
const fixed = manifest.replace('dnsPolcy', 'dnsPolicy');

for (const eslint of eslints)
  describe(`the ESLint extension of VS Code, with ${eslint}`, { skip }, () => {
    test('shows findings at their places, each with its page', async (context) => {
      const { editor, file } = await opened(context, { eslint });
      const found = await editor.diagnostics(await editor.open(file, manifest));
      assert.deepEqual(found.map(told).sort(), [
        'podlint/api/not-supported error 9:23-9:29',
        'podlint/images/latest-tag warning 8:13-8:40',
        'podlint/pods/bare warning 1:6-1:9',
        'podlint/resources/no-memory-limit warning 7:6-7:10',
        'podlint/resources/no-requests warning 7:6-7:10',
        'podlint/schema/unknown-field error 11:2-11:10',
        'podlint/security/privileged warning 10:36-10:40',
      ]);
      assert.equal(of(found, 'images/latest-tag').codeDescription.href, docsOf('images/latest-tag'));
      assert.deepEqual(editor.complaints, []);
    });

    test('makes a fix, a choice and a suggestion of the menu', async (context) => {
      const { editor, file } = await opened(context, { eslint });
      const uri = await editor.open(file, manifest);
      const choose = async (rule, title) => {
        const actions = await editor.actions(uri, of(await editor.diagnostics(uri), rule));
        await editor.choose(titled(actions, title));
      };
      await choose('schema/unknown-field', 'Fix this podlint/schema/unknown-field problem');
      assert.equal(editor.text(uri), fixed);
      await choose('api/not-supported', 'Write "Always"');
      await choose('security/privileged', 'Set privileged to false');
      assert.equal(editor.text(uri), fixed.replace('always', 'Always').replace('true, run', 'false, run'));
      const left = await editor.diagnostics(uri);
      assert.deepEqual(left.filter(({ severity }) => severity === 1).map(told), []);
      assert.equal(of(left, 'security/privileged'), undefined);
      assert.deepEqual(editor.complaints, []);
    });

    test('writes a comment that holds, and shows the page of a rule', async (context) => {
      const { editor, file } = await opened(context, { eslint });
      const uri = await editor.open(file, manifest);
      const actions = await editor.actions(uri, of(await editor.diagnostics(uri), 'images/latest-tag'));
      await editor.choose(titled(actions, 'Show documentation'));
      assert.deepEqual(editor.shown, [docsOf('images/latest-tag')]);
      await editor.choose(titled(actions, 'Disable podlint/images/latest-tag for this line'));
      const comment = '      # eslint-disable-next-line podlint/images/latest-tag\n';
      assert.equal(editor.text(uri), manifest.replace('      image:', `${comment}      image:`));
      assert.equal(of(await editor.diagnostics(uri), 'images/latest-tag'), undefined);
    });

    test('makes all fixes when a file is saved', async (context) => {
      const { editor, file } = await opened(context, { eslint });
      const uri = await editor.open(file, manifest);
      await editor.diagnostics(uri);
      await editor.fixOnSave(uri);
      assert.equal(editor.text(uri), fixed);
    });

    test('follows what is typed, and stays calm with a text that is half written', async (context) => {
      const { editor, file } = await opened(context, { eslint });
      const uri = await editor.open(file, 'apiVersion: v1\nkind: Pod\nmetadata: {name: a, namespace: b\n');
      assert.deepEqual((await editor.diagnostics(uri)).map(told), ['podlint/syntax/unclosed-bracket error 2:10-2:11']);
      const end = { line: 2, character: 32 };
      await editor.edit(uri, [{ range: { start: end, end }, newText: '}\nspec: {hostPid: true}' }]);
      assert.ok((await editor.diagnostics(uri)).map(told).includes('podlint/schema/unknown-field error 3:7-3:14'));
      assert.deepEqual(editor.complaints, []);
    });

    test('says nothing of files that are no manifests', async (context) => {
      const { editor, file } = await opened(context, { eslint });
      const workflow = path.join(path.dirname(file), 'workflow.yml');
      const uri = await editor.open(workflow, 'on: push\njobs: {build: {runs-on: ubuntu-latest}}\n');
      assert.deepEqual(await editor.diagnostics(uri), []);
      assert.deepEqual(editor.complaints, []);
    });

    test('looks at no YAML when it is only told to probe for it, which is why the setting is needed', async (context) => {
      const { editor, file } = await opened(context, { eslint, settings: { 'eslint.probe': ['yaml'] } });
      assert.deepEqual(await editor.diagnostics(await editor.open(file, manifest)), []);
      assert.deepEqual(editor.complaints, ['not probed']);
    });
  });
