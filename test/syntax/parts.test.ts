import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { parsePart, parseText, PartSplitter, type PartSize, type TextPart, type YamlDocument } from '@podlint/syntax';
import { manifestText } from './manifests.js';

const numRuns = Number(process.env['PODLINT_FUZZ_RUNS'] ?? 500);

/** What separates documents, or only looks like it. */
const pieces = [
  '---',
  '---\n',
  '\n---\n',
  '\r\n---\r\n',
  '--- # c\n',
  '--- x\n',
  '\n---\t\n',
  '--',
  '-',
  '\n',
  '\r',
  '\r\n',
  ' ',
  'a: 1',
  'b:\n  - c\n',
  '"---\n"',
  '|\n  ---\n',
  '...\n',
  '# podlint\n',
  '\ufeff',
  '{',
  '}',
  '{"a": 1}',
  '{"b": "}\\""}',
  '{"c": {"d": []}}\n',
  '{a: 1}',
  '{{ x }}',
  '"',
  '\\',
  '[',
  '😀',
  '\u0085',
  '\u2028',
  '\u0000',
];
const anyText = fc.oneof(
  fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((parts) => parts.join('')),
  fc.array(manifestText, { minLength: 1, maxLength: 4 }).map((texts) => texts.join('---\n')),
  fc.string({ unit: 'binary', maxLength: 60 }),
);
const lengths = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 10 });
const anySize: fc.Arbitrary<PartSize> = fc.record({
  length: fc.integer({ min: 1, max: 60 }),
  documents: fc.integer({ min: 1, max: 4 }),
});

/** Cuts a text into pieces of these lengths, over and over. */
function cut(text: string, of: readonly number[]): string[] {
  const found: string[] = [];
  for (let at = 0, turn = 0; at < text.length; turn++) {
    const length = of[turn % of.length]!;
    found.push(text.slice(at, at + length));
    at += length;
  }
  return found;
}

function partsOf(input: readonly string[], size: PartSize): TextPart[] {
  const splitter = new PartSplitter(size);
  return [...input.flatMap((piece) => splitter.push(piece)), ...splitter.end()];
}

/** All that can be told about a document, with its places in the whole stream. */
function facts(document: YamlDocument, base: number): unknown {
  const place = ({ start, end }: { start: number; end: number }): number[] => [start + base, end + base];
  return [
    document.index,
    place(document.range),
    document.toJSON(),
    document.root === undefined ? undefined : place(document.rangeOf(document.root)),
    document.problems.map(({ code, message, hint, range }) => [code, message, hint, place(range)]),
    document.warnings.map(({ code, range }) => [code, place(range)]),
  ];
}

function factsOfParts(parts: readonly TextPart[]): unknown[] {
  let base = 0;
  let before = { documents: 0, lines: 0 };
  return parts.flatMap((part) => {
    const { documents } = parsePart(part, before);
    const found = documents.map((document) => facts(document, base));
    base += part.text.length;
    before = {
      documents: before.documents + documents.length,
      lines: before.lines + part.text.split(/\r\n?|\n/).length - 1,
    };
    return found;
  });
}

describe('a stream in parts', () => {
  test('has the documents of the whole text, whatever pieces it comes in', () => {
    fc.assert(
      fc.property(anyText, lengths, anySize, (text, of, size) => {
        const parts = partsOf(cut(text, of), size);
        assert.deepEqual(
          factsOfParts(parts),
          parseText(text).documents.map((document) => facts(document, 0)),
        );
      }),
      {
        numRuns: 2 * numRuns,
        // Dots behind a byte order mark that is not the stream's first character.
        examples: [['\r\n---\r\n\uFEFF...\n', [1], { length: 1, documents: 1 }]],
      },
    );
  });

  test('is cut at the same places, whatever pieces it comes in', () => {
    fc.assert(
      fc.property(anyText, lengths, anySize, (text, of, size) =>
        assert.deepEqual(partsOf(cut(text, of), size), partsOf([text], size)),
      ),
      { numRuns },
    );
  });

  test('holds no more of it than a part and a piece', () => {
    const splitter = new PartSplitter({ length: 1000, documents: 100 });
    for (let i = 0; i < 5000; i++) {
      splitter.push(`a: ${i}\n---\nb: 1\n---\n`);
      assert.ok(splitter.pending < 1100);
    }
  });

  test('closes a part with the document that fills it', () => {
    assert.deepEqual(
      partsOf(['a: 1\n---\nb: 2\n---\nc: 3\n'], { length: 8, documents: 9 }).map(({ text }) => text),
      ['a: 1\n---\n', 'b: 2\n---\n', 'c: 3\n'],
    );
    assert.deepEqual(
      partsOf(['a: 1\n---\nb: 2\n---\nc: 3\n'], { length: 99, documents: 2 }).map(({ text }) => text),
      ['a: 1\n---\nb: 2\n---\n', 'c: 3\n'],
    );
  });

  test('is over at a separator with something behind it', () => {
    const splitter = new PartSplitter({ length: 5, documents: 9 });
    const parts = [...splitter.push('a: 1\n--- x\n'), ...splitter.push('b: 2\n---\n'), ...splitter.end()];
    assert.deepEqual(
      parts.flatMap((part) =>
        parsePart(part, { documents: 0, lines: 0 }).documents.map(({ problems }) => problems.length),
      ),
      [1],
    );
    assert.equal(splitter.pending, 0);
  });
});
