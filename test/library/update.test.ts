import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createLinter } from 'podlint';

const linter = createLinter({ preset: 'none' });
const pod = (name: string, image: string, more = ''): string =>
  `apiVersion: v1\nkind: Pod\nmetadata: {name: ${name}}\nspec:\n  containers:\n    - {name: a, image: ${image}${more}}\n`;

function update(oldText: string, newText: string): { verdict: string; errors: string[] } {
  const { verdict, diagnostics } = linter.update(oldText, newText);
  return { verdict, errors: diagnostics.map(({ code, path }) => `${code} ${path}`) };
}

describe('would the server take the new objects in the place of the old ones', () => {
  test('an image may change', () =>
    assert.deepEqual(update(pod('a', 'x:1'), pod('a', 'x:2')), { verdict: 'accept', errors: [] }));

  test('a command may not', () => {
    const { verdict, errors } = update(pod('a', 'x:1'), pod('a', 'x:1', ', command: [sleep]'));
    assert.equal(verdict, 'reject');
    assert.match(errors.join(), /^api\/forbidden spec/);
  });

  test('single objects belong together whatever they are called', () => {
    assert.deepEqual(update(pod('a', 'x:1'), pod('b', 'x:1')), {
      verdict: 'reject',
      errors: ['api/invalid metadata.name'],
    });
  });

  test('of several, those with the same kind, namespace and name', () => {
    const old = `${pod('a', 'x:1')}---\n${pod('b', 'x:1')}`;
    assert.equal(update(old, `${pod('b', 'x:2')}---\n${pod('a', 'x:2')}`).verdict, 'accept');
  });

  test('an object that was not there is created', () => {
    const { verdict, errors } = update(pod('a', 'x:1'), `${pod('a', 'x:1')}---\n${pod('New', 'x:1')}`);
    assert.deepEqual({ verdict, errors }, { verdict: 'reject', errors: ['api/invalid metadata.name'] });
  });

  test('what does not decode', () =>
    assert.deepEqual(update(pod('a', 'x:1'), pod('a', '{x: y}')), {
      verdict: 'undecodable',
      errors: ['schema/wrong-type spec.containers[0].image'],
    }));
  test('what cannot be read', () =>
    assert.equal(update(pod('a', 'x:1'), `${pod('a', 'x:1')}  x: [\n`).verdict, 'undecodable'));
  test('an unknown field', () =>
    assert.deepEqual(update(pod('a', 'x:1'), pod('a', 'x:1', ', Image: y')).errors, [
      'schema/unknown-field spec.containers[0].Image',
    ]));
});
