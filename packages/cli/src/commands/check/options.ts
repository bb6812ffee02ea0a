import type { Level } from '@podlint/engine';
import type { Format } from '@podlint/reporters';
import { type Arguments, parseArguments } from '../../command-line/options.js';
import { parseRules } from '../../command-line/rule-option.js';
import { UsageError } from '../../command-line/usage-error.js';
import { colorOption, knownVersion, oneOf } from '../../command-line/values.js';
import { type BaselineOption, pathsAndBaseline } from './baseline-option.js';
import { formats, presets, severities } from './choices.js';
import { type ChangedOption, pathsAndChanges } from './changed-option.js';
import { parseInput } from './input-option.js';
import { checkOptionTable } from './option-table.js';
import { parseShard, type Shard } from './shard.js';

export interface CheckOptions {
  readonly paths: readonly string[];
  /** Undefined: all files that the paths stand for. */
  readonly changed?: ChangedOption | undefined;
  /** Undefined: all of them. */
  readonly shard?: Shard | undefined;
  /** Undefined: nothing is set aside. */
  readonly baseline?: BaselineOption;
  /** Names such as `1.36`; empty: the default version. */
  readonly kubernetesVersions: readonly string[];
  /** Undefined: what the config says. */
  readonly preset?: 'none' | 'recommended' | 'strict' | undefined;
  /** Levels by ids of rules; they go over every config. */
  readonly rules: Readonly<Record<string, Level>>;
  /** Undefined: the nearest one of each file. */
  readonly config?: string | undefined;
  /** Whether comments and annotations suppress findings. */
  readonly inlineConfig: 'applied' | 'ignored';
  readonly complete?: true;
  readonly outputs: readonly ReportOutput[];
  /** Undefined: nothing is fixed. */
  readonly fix?: { readonly safety: 'safe' | 'unsafe'; readonly mode: 'write' | 'preview' } | undefined;
  readonly failOn: 'error' | 'warning' | 'info';
  readonly skips: 'allowed' | 'forbidden';
  /** Whether a run that finds no document may pass. */
  readonly emptyRuns: 'allowed' | 'forbidden';
  /** `lines`: files come on standard input, one a line with its path and text, and each is answered by a line. */
  readonly input: 'files' | 'lines';
  readonly maxWarnings: number;
  readonly ignore: readonly string[];
  /** The folder of the cache; undefined: nothing is kept. */
  readonly cache?: string;
  /** Threads; undefined: one. */
  readonly jobs?: number;
  /** What standard input is called in the report. */
  readonly stdinPath: string;
  readonly detail: 'quiet' | 'normal' | 'verbose';
  readonly colors?: 'always' | 'never' | undefined;
}

export interface ReportOutput {
  readonly format: Format;
  /** Undefined: stdout. */
  readonly file?: string;
}

type CheckArguments = Arguments<keyof typeof checkOptionTable>;

/** Throws UsageError. */
export function parseCheckOptions(args: readonly string[], cwd: string): CheckOptions {
  const given = parseArguments(args, checkOptionTable);
  const fix = parseFix(given);
  const { paths, changed } = pathsAndChanges(given, cwd);
  return {
    ...pathsAndBaseline(given, paths, cwd),
    changed,
    shard: parseShard(given.value('shard'), paths),
    kubernetesVersions: [...new Set(given.values('kubernetes-version').map((text) => knownVersion(text).name))],
    preset: given.has('preset') ? oneOf('preset', given.value('preset') ?? '', presets) : undefined,
    rules: parseRules(given.values('rule')),
    config: given.value('config'),
    inlineConfig: given.has('no-inline-config') ? 'ignored' : 'applied',
    ...(given.has('complete') ? { complete: true } : {}),
    outputs: parseOutputs(given, fix),
    fix,
    failOn: oneOf('fail-on', given.value('fail-on') ?? 'error', severities),
    skips: given.has('fail-on-skipped') ? 'forbidden' : 'allowed',
    input: parseInput(given),
    emptyRuns: given.has('allow-empty') || given.has('changed') || given.has('shard') ? 'allowed' : 'forbidden',
    maxWarnings: parseMaxWarnings(given.value('max-warnings')),
    ignore: given.values('ignore'),
    ...(given.has('cache') ? { cache: given.value('cache') || defaultCache } : {}),
    ...(given.has('jobs') ? { jobs: parseJobs(given.value('jobs') ?? '') } : {}),
    stdinPath: given.value('filename') ?? '<stdin>',
    detail: given.lastOf('quiet', 'verbose') ?? 'normal',
    colors: colorOption(given.lastOf('color', 'no-color')),
  };
}

function parseFix(given: CheckArguments): CheckOptions['fix'] {
  if (given.lastOf('fix', 'fix-unsafe', 'fix-dry-run') === undefined) return undefined;
  return { safety: given.has('fix-unsafe') ? 'unsafe' : 'safe', mode: given.has('fix-dry-run') ? 'preview' : 'write' };
}

/** `text`, `json=report.json`. Only one of them can have stdout, and a preview of fixes has it for itself. */
function parseOutputs(given: CheckArguments, fix: CheckOptions['fix']): readonly ReportOutput[] {
  const outputs = oneOnStdout(given.values('format').map(parseOutput));
  const toStdout = outputs.find((output) => output.file === undefined);
  if (fix?.mode === 'preview' && toStdout)
    throw new UsageError(
      `--fix-dry-run prints its diff to stdout: give the report a file, such as --format ${toStdout.format}=report.${toStdout.format}`,
    );
  return outputs.length === 0 && fix?.mode !== 'preview' ? [{ format: 'text' }] : outputs;
}

/** Throws UsageError. */
export function oneOnStdout(outputs: readonly ReportOutput[]): readonly ReportOutput[] {
  const [, second] = outputs.filter((output) => output.file === undefined);
  if (second)
    throw new UsageError(
      `only one report can go to stdout: give the others a file, such as --format ${second.format}=report.${second.format}`,
    );
  return outputs;
}

/** A value of `--format`. Throws UsageError. */
export function parseOutput(text: string): ReportOutput {
  const [name, ...file] = text.split('=');
  const format = oneOf('format', name!, formats);
  if (file.length === 0) return { format };
  if (file.join('=') === '')
    throw new UsageError(`--format "${text}" names no file: write --format ${format}=report.${format}`);
  return { format, file: file.join('=') };
}

/** Throws UsageError. */
export function parseMaxWarnings(text: string | undefined): number {
  if (text === undefined) return Infinity;
  if (!/^\d+$/.test(text)) throw new UsageError(`--max-warnings takes a number from 0 on, not "${text}"`);
  return Number(text);
}

const defaultCache = '.podlint-cache';

function parseJobs(text: string): number {
  if (!/^[1-9]\d{0,2}$/.test(text)) throw new UsageError(`--jobs takes a number from 1 to 999, not "${text}"`);
  return Number(text);
}
