/*
 * `npm run bench`: what validating one decoded Pod costs, and what the rules add to a lint call, as a multiple of what JSON.parse of the same object costs in the same run.
 * Ratios, because machines differ and are noisy; at the median over many different Pods.
 */
import { readYaml, type JsonValue } from '@podlint/syntax';
import { findKind } from '@podlint/model';
import { validateCreate } from '@podlint/validation';
import { createLinter } from 'podlint';
import { createCases } from '../conformance/cases.js';

const kind = findKind('v1', 'Pod')!;
const rounds = 60;
/** The first rounds only make the machine's compiler do its work. */
const warmUp = 20;

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1]!;
}

const pods = createCases('1.36')
  .filter((line) => line.kind === 'Pod' && line.expect.verdict === 'accept')
  .map((line) => JSON.stringify((readYaml(line.manifest)[0] as { json: JsonValue }).json));

/** The bigger half: JSON.parse of a few bytes measures the call, not the work. */
const sample = pods.sort((a, b) => b.length - a.length).slice(0, pods.length >> 1).filter((_, index) => index % 3 === 0);
const linters = { none: createLinter({ preset: 'none' }), recommended: createLinter({ preset: 'recommended' }) };
const lintWith = (preset: keyof typeof linters) => (text: string) => linters[preset].lint([{ path: 'pod.json', text }]);

/** Each is given a text, and what it returns is measured. */
const tasks = {
  parse: (text: string) => () => JSON.parse(text),
  validate: (text: string) => {
    const pod = JSON.parse(text);
    return () => validateCreate(kind, pod, 36);
  },
  none: (text: string) => () => lintWith('none')(text),
  recommended: (text: string) => () => lintWith('recommended')(text),
};
type Task = keyof typeof tasks;
const names = Object.keys(tasks) as Task[];

/** Nanoseconds of each task, Pod and round. */
type Times = Readonly<Record<Task, readonly number[][]>>;

/**
 * One pass over all Pods for each task in turn, so that no task finds the machine warmed up by the one before with the same Pod, and all of them see the same noise.
 */
function measure(): Times {
  const times: Times = { parse: sample.map(() => []), validate: sample.map(() => []), none: sample.map(() => []), recommended: sample.map(() => []) };
  for (let round = 0; round < rounds; round++) {
    for (const name of names) sample.forEach((text, pod) => times[name][pod]!.push(nanoseconds(tasks[name](text))));
  }
  return times;
}

function nanoseconds(run: () => unknown): number {
  const start = process.hrtime.bigint();
  run();
  return Number(process.hrtime.bigint() - start);
}

const times = measure();
const typical = (name: Task, pod: number): number => median(times[name][pod]!.slice(warmUp));
const overParse = (of: (pod: number) => number): string => median(sample.map((_, pod) => of(pod) / typical('parse', pod))).toFixed(2);
const size = median(sample.map((text) => text.length));
process.stdout.write(`over ${sample.length} Pods (median size ${size} bytes), as a multiple of JSON.parse of the same object, at the median:\n`);
process.stdout.write(`  validateCreate           ${overParse((pod) => typical('validate', pod))}\n`);
// What the rules add to everything else, from their views of the object to the places of their findings.
process.stdout.write(`  the recommended preset   ${overParse((pod) => typical('recommended', pod) - typical('none', pod))}\n`);
