import assert from 'node:assert/strict';
import { createSessionWith } from '@podlint/engine';
import { catalogue } from '@podlint/rules';
import { applyFixes, createLinter, readYaml, type Linter, type LinterOptions, type Report } from 'podlint';
import { proveFixes } from '../fixes/prove.js';
import { proveFormat, proveReport } from './formats.js';
import type { Input } from './input.js';
import { proveRanges } from './ranges.js';
import { remembering } from './remembering.js';

const settings: readonly LinterOptions[] = [
  { preset: 'strict' },
  { preset: 'strict', kubernetesVersions: ['1.29'] },
  { preset: 'strict', kubernetesVersions: ['1.29', '1.36'] },
  { preset: 'recommended', kubernetesVersions: ['1.33', '1.37'] },
];
const linters = settings.map((options) => createLinter(options));

/** What has been shown of an input so far, for what is to be shown next. */
interface Judged {
  readonly input: Input;
  readonly linter: Linter;
  readonly options: LinterOptions;
  readonly report: Report;
}

/** Seconds of work that no small input may take. */
const longest = 5;

const invariants: Readonly<Record<string, (judged: Judged) => void>> = {
  'no fault'({ report }) {
    assert.equal(report.summary.faults, undefined, JSON.stringify(report.files[0]?.diagnostics));
  },
  'places inside of the text'({ report, input: { text } }) {
    for (const file of report.files) proveRanges(file, text);
  },
  'a report as its schema has it'({ report }) {
    proveReport(report);
  },
  'every format is read by its reader'({ report, input: { text, pick } }) {
    proveFormat(report, text, pick);
  },
  'fixes keep what is accepted and come to rest'({ linter, input: { text, pick } }) {
    proveFixes(linter, text, pick);
    proveRest(linter, text);
  },
  'a session says what a fresh run says'({ report, options, input }) {
    const session = createSessionWith(catalogue, options);
    session.set({ path: 'a.yaml', text: input.before });
    session.update();
    session.set({ path: 'a.yaml', text: input.text });
    session.update();
    assert.equal(JSON.stringify(session.file('a.yaml')?.report), JSON.stringify(report.files[0]));
  },
  'a long-lived linter says what a fresh one says'({ report, options, input: { text } }) {
    assert.equal(JSON.stringify(report), JSON.stringify(createLinter(options).lint([{ path: 'a.yaml', text }])));
  },
  'explain, update and readYaml answer'({ linter, input: { before, text } }) {
    linter.explain([{ path: 'a.yaml', text }]);
    linter.update(before, text);
    readYaml(text);
    readYaml(text, { strict: true });
  },
};

/** Safe fixes, made again and again, come to a text that they leave alone. */
function proveRest(linter: Linter, text: string): void {
  const seen = new Set<string>();
  for (let now = text; !seen.has(now) && seen.size < mostRounds;) {
    seen.add(now);
    const [file] = linter.lint([{ path: 'manifest.yaml', text: now }]).files;
    const next = applyFixes(now, file?.diagnostics ?? [], 'safe').text;
    if (next === now) return;
    now = next;
  }
  assert.fail(`safe fixes do not come to rest in ${seen.size} rounds:\n${text}\n=>\n${[...seen].at(-1)}`);
}

/** Each round of moves can uncover another one. */
const mostRounds = 40;

export const invariantNames = Object.keys(invariants);

/** Throws at the first invariant that does not hold; its name goes before what it says. */
export function prove(input: Input, asked: readonly string[] = invariantNames): void {
  const index = input.pick % settings.length;
  const [linter, options] = [remembering(linters[index]!), settings[index]!];
  const before = process.cpuUsage().user;
  const report = linter.lint([{ path: 'a.yaml', text: input.text }]);
  const judged = { input, linter, options, report };
  for (const name of asked) {
    try {
      invariants[name]?.(judged);
    } catch (error) {
      throw new Error(`${name}: ${(error as Error).message}`, { cause: error });
    }
  }
  const seconds = (process.cpuUsage().user - before) / 1e6;
  assert.ok(seconds < longest, `it took ${seconds} s`);
}
