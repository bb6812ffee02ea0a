import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { parseText, type NodeId, type YamlDocument } from '@podlint/syntax';
import { readCases } from '../conformance/cases.js';
import { samples } from '../kit/manifests.js';
import { manifestText } from './manifests.js';

const numRuns = Number(process.env['PODLINT_FUZZ_RUNS'] ?? 3000);

/** Says nothing, but its tab leaves the whole text to the reader of the whole grammar. */
const leftToTheOther = '#\t\n';

/** All that a document says of itself. */
function told(document: YamlDocument): unknown {
  const nodes: unknown[] = [];
  const waiting: NodeId[] = document.root === undefined ? [] : [document.root];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    nodes.push([
      node,
      document.kind(node),
      document.style(node),
      document.key(node),
      document.keyRange(node),
      document.rangeOf(node),
      document.propertiesRange(node),
      document.scalarText(node),
      document.value(node),
      document.parent(node),
      document.mergeValues(node),
    ]);
    if (document.aliasTarget(node) === undefined) waiting.push(...document.children(node));
  }
  const { problems, warnings, duplicateKeys } = document;
  return { nodes, problems, warnings, duplicateKeys };
}

/** Both readers on one text; of what none of them reads, the other one alone speaks. */
function assertSame(text: string): void {
  const whole = text.endsWith('\n') ? text : `${text}\n`;
  const everyday = parseText(whole).documents;
  if (everyday.some(({ problems }) => problems.length > 0)) return;
  const other = parseText(whole + leftToTheOther).documents;
  everyday.forEach((document, index) => assert.deepEqual(told(document), told(other[index]!), whole));
}

/** What decides whether a line is one of the everyday ones. */
const pieces = [
  ...['\n', ' ', '  ', '- ', '-', '- - ', ': ', ':', '#', ' #', '"', "'", "''", '""', '\\', '\\n'],
  ...['[', ']', '{', '}', ',', '|', '>', '|-\n', '>2\n', '&a ', '*a', '!x ', '---\n', '...\n', '? ', '<<: ', '~'],
  ...['%', '@', '`', 'é', '1', 'a', 'key: ', 'key:\n', '\n\n', '[a, "b"]', '{a: b}', '- name: x\n  value: y\n'],
];

const changedText = fc
  .tuple(
    fc.oneof(manifestText, fc.constantFrom(...samples)),
    fc.array(fc.tuple(fc.nat(), fc.nat(5), fc.constantFrom('', ...pieces)), { minLength: 1, maxLength: 6 }),
  )
  .map(([text, changes]) =>
    changes.reduce((made, [place, removed, piece]) => {
      const at = place % (made.length + 1);
      return made.slice(0, at) + piece + made.slice(at + removed);
    }, text),
  );

describe('the reader of everyday YAML tells what the reader of the whole grammar tells', () => {
  test('of the manifests of this project', () => samples.forEach(assertSame));
  test('of every text that go-yaml was asked about', () =>
    readCases<{ yaml: string }>('yaml').forEach(({ yaml }) => assertSame(yaml)));
  test('of manifests that were changed', () => fc.assert(fc.property(changedText, assertSame), { numRuns }));
  test('of pieces of them', () =>
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...pieces), { maxLength: 30 }).map((parts) => parts.join('')),
        assertSame,
      ),
      { numRuns },
    ));
});
