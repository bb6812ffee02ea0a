// Words that are names of what every JavaScript object has (`kind: constructor`, `requests: {valueOf: 1}`) mean nothing in a
// manifest or a config: they get the answer that any other unknown word gets.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createLinter, type Report } from 'podlint';
import { parseText, type NodeId, type YamlDocument } from '@podlint/syntax';
import { samples } from '../kit/manifests.js';

/** What every object has, each with a word that none has and that nothing else is like. */
const words = [
  ['constructor', 'qonstruqtor'],
  ['valueOf', 'valueQf'],
  ['toString', 'toStrinq'],
  ['hasOwnProperty', 'hasQwnPrqperty'],
  ['__proto__', '__prqtq__'],
] as const;

const linter = createLinter({ preset: 'strict', kubernetesVersions: ['1.29', '1.36'] });

interface Place {
  readonly start: number;
  readonly end: number;
}

/** Where a word stands, as a key or as a value. */
function placesIn(document: YamlDocument, node: NodeId): Place[] {
  const { text } = document;
  const key = document.keyRange(node);
  const own = document.kind(node) === 'scalar' ? [document.rangeOf(node)] : [];
  const places = [...(key ? [key] : []), ...own].filter(({ start, end }) => /^[\w./-]+$/.test(text.slice(start, end)));
  return [...places, ...document.children(node).flatMap((child) => placesIn(document, child))];
}

/** What a report says, without the places and the words. */
function answer(report: Report): unknown {
  return report.files.map(({ documents, diagnostics }) => ({
    verdicts: documents.map(({ verdicts, skipped }) => verdicts ?? skipped),
    findings: diagnostics.map(({ code, messageId, range }) => `${code} ${messageId} ${range.start.line}`).sort(),
  }));
}

function judged(text: string, { start, end }: Place, word: string): unknown {
  const files = [{ path: 'a.yaml', text: text.slice(0, start) + word + text.slice(end) }];
  linter.explain(files);
  return answer(linter.lint(files));
}

describe('a word that every object has is judged as any other', () => {
  samples.forEach((text, index) => {
    test(`in place of each word of sample ${index + 1}`, () => {
      const places = parseText(text).documents.flatMap((document) =>
        document.root === undefined ? [] : placesIn(document, document.root),
      );
      places.forEach((place, at) => {
        const [special, plain] = words[at % words.length]!;
        assert.deepEqual(
          judged(text, place, special),
          judged(text, place, plain),
          `${special} at ${place.start}, in place of ${text.slice(place.start, place.end)}`,
        );
      });
    });
  });
});
