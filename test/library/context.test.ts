import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { createLinter, type SourceFile } from 'podlint';

const preset = (name: string, value: number): string =>
  `apiVersion: settings.k8s.io/v1alpha1\nkind: PodPreset\nmetadata: {name: ${name}}\nspec:\n  selector: {matchLabels: {app: web}}\n  env: [{name: LEVEL, value: "${value}"}]\n`;
const pod = (name: string, field: string): string =>
  `apiVersion: v1\nkind: Pod\nmetadata: {name: ${name}, labels: {app: web}}\nspec:\n  ${field}: [{name: app, image: "registry.example/app:5"}]\n`;

const text = fc.oneof(
  fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.integer({ min: 0, max: 2 })).map(([name, value]) => preset(name, value)),
  fc
    .tuple(fc.constantFrom('a', 'b'), fc.constantFrom('containers', 'containrs'))
    .map(([name, field]) => pod(name, field)),
  fc.constantFrom('', 'a: 1\n', '{'),
);
const files = fc.array(fc.tuple(text, fc.constantFrom('reported', 'context')), { maxLength: 6 }).map((list) =>
  list.map(([content, role], index) => ({
    role,
    source: { path: `${index}.yaml`, text: content } satisfies SourceFile,
  })),
);

test('files of the context are seen, and nothing is reported of them: parts of a run are the run', () => {
  const linter = createLinter({ kubernetesVersions: ['1.30'] });
  fc.assert(
    fc.property(files, (all) => {
      const of = (role: string): SourceFile[] => all.filter((file) => file.role === role).map(({ source }) => source);
      const whole = linter.lint(all.map(({ source }) => source));
      const reported = linter.lint(of('reported'), of('context'));
      assert.deepEqual(
        reported.files,
        whole.files.filter(({ path }) => of('reported').some((source) => source.path === path)),
      );
      assert.equal(reported.summary.files, of('reported').length);
      assert.deepEqual(
        linter.lint(
          all.map(({ source }) => source),
          of('context'),
        ),
        whole,
        'a file is not there twice',
      );
    }),
    { numRuns: 60 },
  );
});
