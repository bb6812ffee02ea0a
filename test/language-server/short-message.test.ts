import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { diagnosticsOf } from '@podlint/language-server/service';
import { samples } from '../kit/manifests.js';
import { hoverText } from './features/kit.js';
import { messageOf, viewOf } from './kit.js';

const room = 95;
const podOf = (container: string): string =>
  `apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec: {containers: [{image: "registry.example/a:1", ${container}}]}\n`;

/** The only finding of a code: as it is shown in a list, and in full. */
function shownOf(text: string, code: string): { readonly shown: string; readonly full: string } {
  const view = viewOf(text)!;
  const [only, ...more] = diagnosticsOf(view).filter((one) => one.code === code);
  assert.ok(only && more.length === 0, text);
  return { shown: messageOf(only), full: view.diagnostics.find((one) => one.code === code)!.message };
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[a-z]+/g) ?? [];
}

describe('what a list of problems has room for', () => {
  test('is a line', () => {
    const shown = samples.flatMap((text) => {
      const view = viewOf(text, { preset: 'strict' });
      return view ? diagnosticsOf(view).filter(({ code }) => code !== 'not-set') : [];
    });
    assert.ok(shown.length > 300);
    assert.deepEqual(
      shown.map((one) => [one.code, messageOf(one)] as const).filter(([, { length }]) => length > room),
      [],
    );
  });

  test('a long value is told by its ends', () => {
    const { shown } = shownOf(podOf(`name: ${'a'.repeat(300)}b`), 'api/invalid');
    assert.deepEqual(/"(a+)…(a+b)"/.exec(shown)?.length, 3);
    assert.ok(shown.length <= room);
  });

  test('an unknown field is told with the one that was meant, and without its path', () => {
    const { shown } = shownOf(podOf('name: a, securityContext: {runAsNonRot: true}'), 'schema/unknown-field');
    for (const fact of ['runAsNonRot', 'runAsNonRoot']) assert.ok(shown.includes(`"${fact}"`));
    assert.ok(!shown.includes('spec.'));
    assert.ok(shown.length <= room);
  });

  test('what is left out is in the hover, and what is not is not said again', async () => {
    const labelled = `apiVersion: v1\nkind: Pod\nmetadata:\n  name: a\n  labels:\n    tier.example.com/kind: "x/^yz"\nspec:\n  containers: [{name: a, image: "registry.example/a:1"}]\n`;
    const { shown, full } = shownOf(labelled.replace('^', ''), 'api/invalid');
    assert.ok(shown.length <= room && full.length > room);
    const hover = (await hoverText(labelled)) ?? '';
    const said = new Set([...wordsOf(shown), ...wordsOf(hover)]);
    assert.deepEqual(
      wordsOf(full).filter((word) => !said.has(word)),
      [],
    );
    assert.ok(!hover.includes(shown));
  });
});
