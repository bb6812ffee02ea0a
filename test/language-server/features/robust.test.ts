import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  anchorDefinition,
  highlights,
  renameAnchor,
  workspaceSymbols,
  codeLenses,
  complete,
  definition,
  documentLinks,
  documentSymbols,
  effective,
  foldingRanges,
  hover,
  inlayHints,
  prepareRename,
  references,
  rename,
  selectionRange,
} from '@podlint/language-server/features';
import fc from 'fast-check';
import { edited, open, taken } from './kit.js';
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
      await hover(file, offset, service);
    }),
    { numRuns: 400 },
  );
});

test('navigation, hints, outlines, lenses and links answer any text at any place', () => {
  fc.assert(
    fc.property(broken, ({ text, offset }) => {
      const { file, service } = open(text);
      definition(file, offset, service);
      references(file, offset, 'included', service);
      prepareRename(file, offset, service);
      rename(file, offset, 'other', service);
      anchorDefinition(file, offset);
      renameAnchor(file, offset, 'other');
      highlights(file, offset);
      workspaceSymbols('a', service);
      inlayHints(file, { start: 0, end: text.length });
      for (const { startLine, endLine } of foldingRanges(file)) assert.ok(startLine < endLine);
      documentSymbols(file);
      codeLenses(file);
      documentLinks(file, service);
      effective(file, offset);
      for (let at = selectionRange(file, offset); at.parent; at = at.parent)
        assert.ok(file.text.getText(at.parent.range).includes(file.text.getText(at.range)));
    }),
    { numRuns: 300 },
  );
});

test('texts that are made to hurt', async () => {
  const pod = 'apiVersion: v1\nkind: Pod\nspec:';
  const hostile = [
    `${pod} ${'['.repeat(3000)}`,
    `${pod}\n${Array.from({ length: 400 }, (_, i) => `${' '.repeat(i + 1)}a:`).join('\n')}`,
    '- '.repeat(3000),
    `${pod} ${'a: '.repeat(20_000)}`,
    'apiVersion: v1\nkind: Pod\nmetadata: &a\n  labels: *a\nspec: {<<: *a, containers: *a}\n',
    `${pod} ${'"'.repeat(3001)}`,
  ];
  for (const text of hostile) {
    const { file, service } = open(text);
    for (const offset of [text.length, text.length >> 1, 20]) {
      complete(file, offset, service, client);
      await hover(file, offset, service);
      rename(file, offset, 'other', service);
      selectionRange(file, offset);
    }
    inlayHints(file, { start: 0, end: text.length });
    foldingRanges(file);
    documentSymbols(file);
  }
});

test('a rename leaves every mention readable under the new name', () => {
  let renames = 0;
  for (const text of documents) {
    const { file, service } = open(text);
    for (let offset = 0; offset < text.length; offset++) {
      const result = prepareRename(file, offset, service);
      if ('refused' in result || file.text.offsetAt(result.range.start) !== offset) continue;
      const edits = rename(file, offset, '12', service);
      if (!('changes' in edits)) continue;
      const renamed = open(edited(file, edits.changes[file.uri]!)).file;
      assert.deepEqual(
        renamed.diagnostics
          .map(({ code }) => code)
          .filter((code) => code.startsWith('syntax/') || code === 'schema/wrong-type'),
        file.diagnostics
          .map(({ code }) => code)
          .filter((code) => code.startsWith('syntax/') || code === 'schema/wrong-type'),
      );
      renames++;
    }
  }
  assert.ok(renames > 20, String(renames));
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
        const result = open(taken(file, item)).file.diagnostics.filter(
          ({ code }) =>
            code.startsWith('syntax/') ||
            code === 'schema/unknown-field' ||
            code === 'schema/misplaced-field' ||
            code === 'schema/duplicate-key',
        );
        assert.deepEqual(
          result.map(({ code, message }) => `${code} ${message}`),
          [],
          `${item.label} at line ${line + 1}\n${taken(file, item)}`,
        );
        proposals++;
      }
    }
  }
  assert.ok(proposals > 400, String(proposals));
});
