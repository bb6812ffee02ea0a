import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { applyEdits, parseText, readYaml, type NodeId, type Range, type YamlDocument } from '@podlint/syntax';
import { manifestText } from './manifests.js';

const numRuns = Number(process.env['PODLINT_FUZZ_RUNS'] ?? 500);

/** Pieces of text that mean something to YAML, in an order that means nothing. */
const pieces = [
  'a',
  'key',
  ': ',
  ':',
  '- ',
  '-',
  '? ',
  '[',
  ']',
  '{',
  '}',
  ',',
  '#',
  ' # c',
  '&a ',
  '*a',
  '!!str ',
  '!',
  '|',
  '>-\n',
  '"',
  "'",
  '\\',
  '\n',
  '\r\n',
  '\r',
  '\t',
  '  ',
  '---\n',
  '\n---\n',
  '\n...\n',
  '<<: ',
  '~',
  '0x1F',
  '\ufeff',
  '\u0085',
  '\u2028',
  '😀',
  '%YAML 1.2\n',
  '{{ x }}',
  '<<<<<<< a\n',
  '\u0000',
];
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.array(fc.constantFrom(...pieces), { maxLength: 30 }).map((parts) => parts.join('')),
  fc
    .tuple(manifestText, fc.nat(), fc.constantFrom(...pieces))
    .map(([text, at, piece]) => text.slice(0, at % (text.length + 1)) + piece + text.slice(at % (text.length + 1))),
);

function assertWithin(inner: Range, outer: Range, text: string): void {
  assert.ok(
    outer.start <= inner.start && inner.start <= inner.end && inner.end <= outer.end,
    `${JSON.stringify(inner)} in ${JSON.stringify(outer)} of ${JSON.stringify(text)}`,
  );
}

/** Visits what is written below a node; what an alias stands for is visited where it is written. */
function visit(document: YamlDocument, node: NodeId, check: (node: NodeId) => void): void {
  check(node);
  if (document.aliasTarget(node) === undefined)
    for (const child of document.children(node)) visit(document, child, check);
}

test('never throws, and every place lies in its document', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      for (const document of parseText(text).documents) {
        assertWithin(document.range, { start: 0, end: text.length }, text);
        JSON.stringify(document.toJSON());
        for (const { range } of document.problems) assertWithin(range, document.range, text);
        if (document.root === undefined) continue;
        visit(document, document.root, (node) => {
          assertWithin(document.rangeOf(node), document.range, text);
          document.value(node);
          const key = document.keyRange(node);
          if (key) assertWithin(key, document.range, text);
        });
      }
    }),
    { numRuns },
  );
});

test('says of each document once whether the server reads it', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const results = readYaml(text);
      const { documents } = parseText(text);
      assert.equal(results.length, documents.length);
      results.forEach((result, at) => assert.equal(result.error === undefined, documents[at]!.problems.length === 0));
    }),
    { numRuns },
  );
});

/** A document that was dots and nothing else goes with them. */
test('a fix makes its document readable', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      parseText(text).documents.forEach(({ problems }, index) => {
        for (const { fix } of problems.slice(0, 1))
          if (fix && problems.length === 1)
            assert.deepEqual(parseText(applyEdits(text, fix.edits)).documents[index]?.problems ?? [], [], text);
      });
    }),
    { numRuns },
  );
});

test('entries lie in what holds them, in the order of the text, and know their key', () => {
  fc.assert(
    fc.property(manifestText, (text) => {
      const [document] = parseText(text).documents;
      assert.ok(document);
      assert.deepEqual(document.problems, []);
      if (document.root === undefined) return;
      visit(document, document.root, (node) => {
        let end = document.rangeOf(node).start;
        document.children(node).forEach((child, index) => {
          const range = document.rangeOf(child);
          const start = document.keyRange(child)?.start ?? range.start;
          assertWithin(range, document.rangeOf(node), text);
          assert.ok(start >= end);
          end = range.end;
          assert.equal(document.parent(child), node);
          assert.equal(document.child(node, document.key(child)!), child);
          if (document.kind(node) === 'sequence') assert.equal(document.key(child), index);
        });
      });
    }),
    { numRuns },
  );
});

test('the style of line ends changes no value', () => {
  fc.assert(
    fc.property(manifestText, (text) => {
      const unix = text.replaceAll('\r\n', '\n');
      assert.deepEqual(readYaml(unix.replaceAll('\n', '\r\n')), readYaml(unix));
    }),
    { numRuns },
  );
});

/**
 * Strings that the reader takes as they stand between JSON's quotes: no breaks and no control characters of YAML 1.1,
 * no halves of surrogate pairs.
 */
const jsonString = fc
  .string({ unit: 'grapheme-composite' })
  .filter((text) => !/[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]|\\\//.test(text));

test('JSON is read as JSON', () => {
  fc.assert(
    fc.property(
      fc.jsonValue({ stringUnit: 'grapheme-ascii', maxDepth: 4 }),
      jsonString,
      fc.constantFrom(undefined, 1, 2, '\t'),
      (value, string, space) => {
        const text = JSON.stringify({ value, [string]: string }, undefined, space);
        assert.deepEqual(readYaml(text), [{ json: JSON.parse(text) as unknown }]);
      },
    ),
    { numRuns },
  );
});
