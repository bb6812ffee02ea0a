import assert from 'node:assert/strict';
import { test } from 'node:test';
import { complete, hover } from '@podlint/language-server/features';
import fc from 'fast-check';
import { open, taken } from './kit.js';
import { documents } from './texts.js';

const client = { texts: 'plain' } as const;

/** A text cut off somewhere, or with a piece taken out, and an offset in it. */
const broken = fc.tuple(fc.constantFrom(...documents), fc.nat(), fc.nat(), fc.nat()).map(([text, cut, length, at]) => {
  const start = cut % (text.length + 1);
  const rest = length % 3 === 0 ? '' : text.slice(start + (length % 40));
  const broken_ = text.slice(0, start) + rest;
  return { text: broken_, offset: at % 2 === 0 ? Math.min(start, broken_.length) : at % (broken_.length + 1) };
});

test('completion and hover answer any text at any place', async () => {
  await fc.assert(
    fc.asyncProperty(broken, async ({ text, offset }) => {
      const { file, service } = open(text);
      complete(file, offset, service, client);
      await hover(file, offset);
    }),
    { numRuns: 400 },
  );
});

test('a proposal on a blank line of a sound manifest leaves it readable, with the field where it belongs', () => {
  let proposals = 0;
  for (const text of documents) {
    if (open(text).file.diagnostics.some(({ stage }) => stage === 'syntax' || stage === 'schema')) continue;
    for (const [line, content] of text.split('\n').entries()) {
      const column = /^ */.exec(content)![0].length;
      const lines = text.split('\n');
      lines.splice(line + 1, 0, ' '.repeat(column));
      const blank = lines.join('\n');
      const offset = lines.slice(0, line + 1).join('\n').length + 1 + column;
      const { file, service } = open(blank);
      for (const item of complete(file, offset, service, client).items.slice(0, 12)) {
        const result = open(taken(file, item)).file.diagnostics.filter(({ code }) => code.startsWith('syntax/') || code === 'schema/unknown-field' || code === 'schema/misplaced-field' || code === 'schema/duplicate-key');
        assert.deepEqual(result.map(({ code, message }) => `${code} ${message}`), [], `${item.label} at line ${line + 1}\n${taken(file, item)}`);
        proposals++;
      }
    }
  }
  assert.ok(proposals > 400, String(proposals));
});
