import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createSessionWith, type Session } from '@podlint/engine';
import { catalogue } from '@podlint/rules';
import fc from 'fast-check';
import { createLinter } from 'podlint';
import { samples } from '../kit/manifests.js';
import { edit, edited } from './edits.js';

const stream = fc
  .tuple(
    fc.array(fc.constantFrom(...samples), { minLength: 1, maxLength: 4 }),
    fc.constantFrom('\n', '\n', '\n', '\r\n'),
  )
  .map(([documents, lineBreak]) => documents.join('\n---\n').replaceAll('\n', lineBreak));

const options = [{}, { preset: 'strict' }, { kubernetesVersions: ['1.29', '1.36'] }, { preset: 'none' }] as const;

/** With every fix worked out. */
function said(session: Session): string {
  return JSON.stringify([...session.files()].map(({ report }) => report).sort((a, b) => (a.path < b.path ? -1 : 1)));
}

test('after any changes a session says what a fresh run says', () => {
  const change = fc.record({ file: fc.nat(2), edit, other: fc.boolean() });
  fc.assert(
    fc.property(
      fc.tuple(stream, stream, stream),
      fc.array(change, { minLength: 1, maxLength: 8 }),
      fc.constantFrom(...options),
      (texts, changes, settings) => {
        const files = texts.map((text, index) => ({ path: `${index}.yaml`, text }));
        const session = createSessionWith(catalogue, settings);
        const linter = createLinter(settings);
        for (const file of files) session.set(file);
        session.update();
        assert.equal(said(session), JSON.stringify(linter.lint(files).files));
        for (const { file, edit: made, other } of changes) {
          files[file] = { path: `${file}.yaml`, text: edited(files[file]!.text, made) };
          session.set(files[file]);
          if (other) session.update();
        }
        session.update();
        assert.equal(said(session), JSON.stringify(linter.lint(files).files));
      },
    ),
    { numRuns: 200 },
  );
});

test('only files of which there is something else to say are named', () => {
  const session = createSessionWith(catalogue, { rules: { 'security/automount-token': 'warn' } });
  const pod = (name: string, account: string): string =>
    `apiVersion: v1\nkind: Pod\nmetadata:\n  name: ${name}\nspec:\n  serviceAccountName: ${account}\n  containers:\n    - name: web\n      image: nginx:1.27\n`;
  session.set({ path: 'a.yaml', text: pod('a', 'one') });
  session.set({ path: 'b.yaml', text: pod('b', 'two') });
  assert.deepEqual(session.update(), ['a.yaml', 'b.yaml']);
  assert.deepEqual(session.update(), []);
  session.set({
    path: 'account.yaml',
    text: 'apiVersion: v1\nkind: ServiceAccount\nmetadata:\n  name: two\nautomountServiceAccountToken: false\n',
  });
  assert.deepEqual(session.update(), ['account.yaml', 'b.yaml']);
  session.remove('account.yaml');
  assert.deepEqual(session.update(), ['b.yaml']);
});

test('a change in one document leaves what is said of the others as it is, also what rules over all of it say', () => {
  const pod = (name: string, tag: string): string =>
    `apiVersion: v1\nkind: Pod\nmetadata:\n  name: ${name}\nspec:\n  containers:\n    - name: web\n      image: nginx:${tag}\n      envFrom: [{configMapRef: {name: none-${name}}}]\n`;
  const session = createSessionWith(catalogue);
  const partsOf = (text: string): readonly { readonly diagnostics: readonly { readonly code: string }[] }[] => {
    session.set({ path: 'a.yaml', text });
    session.update();
    return session.file('a.yaml')!.parts;
  };
  const before = partsOf([pod('a', '1.27'), pod('b', '1.27'), pod('c', '1.27')].join('---\n'));
  const after = partsOf([pod('a', '1.27'), pod('b', '1.28-slim'), pod('c', '1.27')].join('---\n'));
  assert.ok(before.every(({ diagnostics }) => diagnostics.some(({ code }) => code === 'refs/missing')));
  const isKept = after.map(({ diagnostics }, index) => diagnostics === before[index]!.diagnostics);
  assert.deepEqual(isKept, [true, false, true]);
});

test('what a rule over all files says of an object goes when another document gets what was missing', () => {
  const session = createSessionWith(catalogue);
  const pod =
    'apiVersion: v1\nkind: Pod\nmetadata:\n  name: a\nspec:\n  containers:\n    - name: web\n      image: nginx:1.27\n      envFrom: [{configMapRef: {name: wanted}}]\n';
  const codesWith = (name: string): string[] => {
    session.set({ path: 'a.yaml', text: `${pod}---\napiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: ${name}\n` });
    session.update();
    return session.file('a.yaml')!.report.diagnostics.map(({ code }) => code);
  };
  assert.ok(codesWith('other').includes('refs/missing'));
  assert.ok(!codesWith('wanted').includes('refs/missing'));
  assert.ok(codesWith('wante').includes('refs/missing'));
});

test('files with other settings are judged anew', () => {
  let settings = { preset: 'none' } as { readonly preset: 'none' | 'recommended' };
  const session = createSessionWith(catalogue, { settingsFor: () => settings });
  session.set({ path: 'a.yaml', text: samples[2]! });
  session.update();
  settings = { preset: 'recommended' };
  session.settingsChanged();
  assert.deepEqual(session.update(), ['a.yaml']);
  assert.equal(
    said(session),
    JSON.stringify(createLinter(settings).lint([{ path: 'a.yaml', text: samples[2]! }]).files),
  );
});

test('a file that a kustomization comes to name, or names no more, is judged anew', () => {
  const session = createSessionWith(catalogue, { preset: 'none' });
  const skipped = (): string | undefined => session.file('patch.yaml')!.report.documents[0]!.skipped;
  const kustomization = (...patches: string[]): { path: string; text: string } => ({
    path: 'kustomization.yaml',
    text: `patches: ${JSON.stringify(patches.map((path) => ({ path })))}\n`,
  });
  session.set({ path: 'patch.yaml', text: 'apiVersion: v1\nkind: Pod\nmetadata: {name: a}\n' });
  session.update();
  assert.equal(skipped(), undefined);
  session.set(kustomization('patch.yaml'));
  session.update();
  assert.equal(skipped(), 'kustomize patch');
  session.set(kustomization('other.yaml'));
  session.update();
  assert.equal(skipped(), undefined);
  session.set(kustomization('./patch.yaml'));
  session.update();
  session.remove('kustomization.yaml');
  assert.deepEqual(session.update(), ['patch.yaml']);
  assert.equal(skipped(), undefined);
});
