import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createLinterWith } from '@podlint/engine';
import { defineRule, type Report, type Rule } from '@podlint/engine/rule';

const pod = (name: string): string =>
  `apiVersion: v1\nkind: Pod\nmetadata: {name: ${name}}\nspec:\n  containers: [{name: b, image: c}]\n`;

type Said = 'said';

function rule(id: string, hooks: Pick<Rule<Said>, 'object' | 'collects' | 'run'>): Rule {
  return defineRule<Said>({ id, level: 'warn', summary: 'Says something', messages: { said: 'Said.' }, ...hooks });
}

function codesOf(rules: readonly Rule[], text: string): readonly string[] {
  return createLinterWith(rules)
    .lint([{ path: 'a.yaml', text }])
    .files.flatMap(({ diagnostics }) => diagnostics.map(({ code }) => code));
}

test('what is found belongs to the rule that reports it', () => {
  const says = (id: string, names: readonly string[]): Rule =>
    rule(id, {
      object: ({ name, at }, report) => {
        if (names.includes(name)) report({ at: at.metadata.name, message: 'said' });
      },
    });
  const rules = [says('test/one', ['first']), says('test/two', ['first', 'second']), says('test/three', [])];
  assert.deepEqual(codesOf(rules, pod('first')), ['test/one', 'test/two']);
  assert.deepEqual(codesOf(rules, pod('second')), ['test/two']);
});

test('a rule reports only while it is asked', () => {
  let kept: Report<Said> | undefined;
  const late = rule('test/late', {
    object: ({ at }, report) => {
      (kept ?? report)({ at, message: 'said' });
      kept = report;
    },
  });
  assert.deepEqual(codesOf([late], pod('first')), ['test/late']);
  assert.deepEqual(codesOf([late], pod('first')), ['internal/fault']);
});

test('a walk that a rule has broken off leaves nothing to the next one', () => {
  const breaks = rule('test/breaks', {
    object: ({ name, at }, report) => {
      if (name !== 'first') return;
      report({ at: at.kind, message: 'said' });
      throw new Error('broken');
    },
  });
  const linter = createLinterWith([breaks]);
  const [broken] = linter.lint([{ path: 'a.yaml', text: pod('first') }]).files;
  assert.deepEqual(broken?.diagnostics.map(({ code }) => code).sort(), ['internal/fault', 'test/breaks']);
  const [file] = linter.lint([{ path: 'a.yaml', text: pod('second') }]).files;
  assert.deepEqual(file?.diagnostics, []);
});

test('a rule over the run may read an object again while it speaks', () => {
  const rules = [
    rule('test/object', { object: ({ at }, report) => report({ at, message: 'said' }) }),
    rule('test/run', {
      collects: { name: 'all', of: () => ({}) },
      run: ({ collected }, report) => {
        for (const { object } of collected) {
          report(object, { at: object.at.kind, message: 'said' });
          const { name } = object.at.metadata;
          if (object.read().isWritten(name)) report(object, { at: name, message: 'said' });
        }
      },
    }),
  ];
  const { files } = createLinterWith(rules).lint(
    ['first', 'second'].map((name) => ({ path: `${name}.yaml`, text: pod(name) })),
  );
  for (const { diagnostics } of files) {
    const ofRun = diagnostics.filter(({ code }) => code === 'test/run');
    assert.deepEqual(
      ofRun.map(({ path }) => path),
      ['kind', 'metadata.name'],
    );
  }
});
