/*
 * `npm run bench`: what validating one decoded Pod costs, and what the rules add to a lint call, as a multiple of what JSON.parse of the same object costs in the same run.
 * Ratios, because machines differ and are noisy; at the median over many different Pods, and for each Pod at the median over many rounds.
 */
import { readYaml, type JsonValue } from '@podlint/syntax';
import { findKind } from '@podlint/model';
import { validateCreate } from '@podlint/kinds';
import { createLinter } from 'podlint';
import { createCases } from '../conformance/cases.js';

const kind = findKind('v1', 'Pod')!;
const rounds = 60;
/** In the first rounds the machine's compiler is still at work. */
const warmUp = 20;

const pods = createCases('1.36')
  .filter((line) => line.kind === 'Pod' && line.expect.verdict === 'accept')
  .map((line) => JSON.stringify((readYaml(line.manifest)[0] as { json: JsonValue }).json));

/** The bigger half: JSON.parse of a few bytes measures the call, not the work. */
const sample = pods
  .sort((a, b) => b.length - a.length)
  .slice(0, pods.length >> 1)
  .filter((_, index) => index % 3 === 0);
const linters = { none: createLinter({ preset: 'none' }), recommended: createLinter({ preset: 'recommended' }) };
const lintWith = (preset: keyof typeof linters) => (text: string) => () =>
  linters[preset].lint([{ path: 'pod.json', text }]);

/** Each gets a text ready; the call that it answers is measured. */
const tasks = {
  parse: (text: string) => () => JSON.parse(text) as unknown,
  validate: (text: string) => {
    const pod = JSON.parse(text) as Parameters<typeof validateCreate>[1];
    return () => validateCreate(kind, pod, 36);
  },
  none: lintWith('none'),
  recommended: lintWith('recommended'),
};
type Task = keyof typeof tasks;
const names = Object.keys(tasks) as Task[];

/** Nanoseconds that each task took with each Pod, one for each round. */
class Times {
  private readonly times = Object.fromEntries(names.map((name) => [name, sample.map((): number[] => [])])) as Record<
    Task,
    number[][]
  >;

  measure(name: Task, pod: number): void {
    const run = tasks[name](sample[pod]!);
    const start = process.hrtime.bigint();
    run();
    this.times[name][pod]!.push(Number(process.hrtime.bigint() - start));
  }

  /** At the median over the Pods. */
  overParse(cost: (typical: (name: Task) => number) => number): string {
    const ratios = sample.map((_, pod) => {
      const typical = (name: Task): number => median(this.times[name][pod]!.slice(warmUp));
      return cost(typical) / typical('parse');
    });
    return median(ratios).toFixed(2).padStart(6);
  }
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1]!;
}

/**
 * One after the other, each with a Pod of its own, as in a run that does all of it: every task finds the machine as the
 * others have left it.
 */
function inTurn(): Times {
  const times = new Times();
  const apart = Math.ceil(sample.length / names.length);
  for (let round = 0; round < rounds; round++)
    for (let step = 0; step < sample.length; step++)
      names.forEach((name, index) => times.measure(name, (step + index * apart) % sample.length));
  return times;
}

/**
 * Each over all Pods before the next one begins: what it needs of the machine stays at hand, which suits most what
 * needs the least.
 */
function byThemselves(): Times {
  const times = new Times();
  for (let round = 0; round < rounds; round++)
    for (const name of names) sample.forEach((_, pod) => times.measure(name, pod));
  return times;
}

const all = [inTurn(), byThemselves()];
const row = (label: string, cost: Parameters<Times['overParse']>[0]): string =>
  `  ${label.padEnd(24)}${all.map((times) => times.overParse(cost).padStart(14)).join('')}\n`;
process.stdout.write(
  `over ${sample.length} Pods (median size ${median(sample.map((text) => text.length))} bytes), as a multiple of JSON.parse of the same object, at the median:\n`,
);
process.stdout.write(`  ${''.padEnd(24)}${'in turn'.padStart(14)}${'by themselves'.padStart(14)}\n`);
process.stdout.write(row('validateCreate', (typical) => typical('validate')));
// What the rules add to everything else, from their views of the object to the places of their findings.
process.stdout.write(row('the recommended preset', (typical) => typical('recommended') - typical('none')));
