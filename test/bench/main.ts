/*
 * `npm run bench`: what validating one decoded Pod costs, and what the rules add, as a multiple of what JSON.parse of the same object costs in the same run.
 * Ratios, because machines differ and are noisy; the median over many different Pods.
 */
import { readYaml, type JsonValue } from '@podlint/syntax';
import { findKind } from '@podlint/model';
import { validateCreate } from '@podlint/validation';
import { createLinter } from 'podlint';
import { createCases } from '../conformance/cases.js';

const kind = findKind('v1', 'Pod')!;
const rounds = 7;
const copies = 40;

/** Nanoseconds for one call, the best of several rounds: what disturbs a machine only ever adds. */
function nanoseconds<Input>(inputs: () => readonly Input[], run: (input: Input) => unknown): number {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds; round++) {
    const prepared = inputs();
    const start = process.hrtime.bigint();
    for (const input of prepared) run(input);
    best = Math.min(best, Number(process.hrtime.bigint() - start) / prepared.length);
  }
  return best;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1]!;
}

const pods = createCases('1.36')
  .filter((line) => line.kind === 'Pod' && line.expect.verdict === 'accept')
  .map((line) => JSON.stringify((readYaml(line.manifest)[0] as { json: JsonValue }).json));
const copiesOf = (text: string): string[] => Array.from({ length: copies }, () => text);
const fresh = (text: string): (() => Parameters<typeof validateCreate>[1][]) => () => copiesOf(text).map((copy) => JSON.parse(copy));

/** The bigger half: JSON.parse of a few bytes measures the call, not the work. */
const sample = pods.sort((a, b) => b.length - a.length).slice(0, pods.length >> 1).filter((_, index) => index % 3 === 0);
const linters = { none: createLinter({ preset: 'none' }), recommended: createLinter({ preset: 'recommended' }) };
const lintWith = (preset: keyof typeof linters) => (text: string) => linters[preset].lint([{ path: 'pod.json', text }]);

function measure(text: string): { parse: number; validate: number; rules: number } {
  const texts = (): string[] => copiesOf(text);
  return {
    parse: nanoseconds(texts, (copy) => JSON.parse(copy)),
    validate: nanoseconds(fresh(text), (pod) => validateCreate(kind, pod, 36)),
    // What the rules add to everything else, from their views of the object to the places of their findings.
    rules: nanoseconds(texts, lintWith('recommended')) - nanoseconds(texts, lintWith('none')),
  };
}

for (const text of sample) measure(text);
const measured = sample.map(measure);
const ratio = (part: 'validate' | 'rules'): string => median(measured.map((one) => one[part] / one.parse)).toFixed(2);
const size = median(sample.map((text) => text.length));
process.stdout.write(`over ${sample.length} Pods (median size ${size} bytes), as a multiple of JSON.parse of the same object, at the median:\n`);
process.stdout.write(`  validateCreate           ${ratio('validate')}\n  the recommended preset   ${ratio('rules')}\n`);
