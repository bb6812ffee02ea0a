import type { Level, ReportLevel } from '@podlint/engine';
import type { AdmissionPlugin, RunSettings } from '@podlint/engine/config';
import type { Format } from '@podlint/reporters';
import { type Arguments, parseArguments } from '../../command-line/options.js';
import { parseRules, shownName } from '../../command-line/rule-option.js';
import type { CachePlace } from '../../judge/open-cache.js';
import { UsageError } from '../../command-line/usage-error.js';
import {
  admissionPluginsOption,
  askedVersions,
  colorOption,
  kustomizeOption,
  oneOf,
  podSecurityOption,
} from '../../command-line/values.js';
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
  /** What the user has to know before anything is judged. */
  readonly notices: readonly string[];
  /** Whether comments and annotations suppress findings. */
  readonly inlineConfig: 'applied' | 'ignored';
  /** Files and folders with definitions of custom resources; undefined: none but those in the files. */
  readonly crds?: readonly string[] | undefined;
  /** Files and folders with admission policies; undefined: none but those in the files. */
  readonly policies?: readonly string[] | undefined;
  /** Undefined: what the config says. */
  readonly enableAdmissionPlugins?: readonly AdmissionPlugin[] | undefined;
  readonly complete?: true;
  /** `restricted` or `baseline:v1.30`; undefined: what the config says. */
  readonly podSecurity?: string;
  /** Whether kustomizations are built. */
  readonly kustomize: 'on' | 'off';
  readonly outputs: readonly ReportOutput[];
  /** The least severity that is reported; undefined: what the config says. */
  readonly level?: ReportLevel | undefined;
  /** What the text report shows one by one however much there is of it: ids, groups, `all`. */
  readonly show: readonly string[];
  /** Lines of source around a place. */
  readonly context: number;
  readonly listing: 'findings' | 'statistics';
  /** Undefined: nothing is fixed. */
  readonly fix?: { readonly safety: 'safe' | 'unsafe'; readonly mode: 'write' | 'preview' } | undefined;
  readonly failOn: ReportLevel;
  readonly skips: 'allowed' | 'forbidden';
  /** Whether a run that finds no document may pass. */
  readonly emptyRuns: 'allowed' | 'forbidden';
  /** `lines`: files come on standard input, one a line with its path and text, and each is answered by a line. */
  readonly input: 'files' | 'lines';
  readonly maxWarnings: number;
  readonly ignore: readonly string[];
  /** Undefined: nothing is kept. */
  readonly cache?: CachePlace;
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

/**
 * @param runSettings what the config says of the run: the command line goes over it
 * @throws UsageError
 */
export function parseCheckOptions(
  args: readonly string[],
  cwd: string,
  runSettings: (config: string | undefined) => RunSettings,
): CheckOptions {
  const given = parseArguments(args, checkOptionTable);
  const fix = parseFix(given);
  const { paths, changed } = pathsAndChanges(given, cwd);
  const input = parseInput(given);
  const versions = askedVersions(given.values('kubernetes-version'));
  const ofRun = runSettings(given.value('config'));
  const outputs = parseOutputs(given, fix, ofRun);
  const failOn = oneOf('fail-on', given.value('fail-on') ?? ofRun.failOn ?? 'error', severities);
  return {
    ...pathsAndBaseline(given, paths, cwd, input === 'files' ? ofRun.baseline : undefined),
    changed,
    shard: parseShard(given.value('shard'), paths),
    kubernetesVersions: versions.names,
    notices: versions.notices,
    preset: given.has('preset') ? oneOf('preset', given.value('preset') ?? '', presets) : undefined,
    rules: parseRules(given.values('rule')),
    config: given.value('config'),
    inlineConfig: given.has('no-inline-config') ? 'ignored' : 'applied',
    ...parseJudges(given, ofRun),
    ...(given.has('complete') ? { complete: true } : {}),
    ...podSecurityOption(given.value('pod-security')),
    kustomize: parseKustomize(given, ofRun),
    outputs,
    ...parseShown(given, outputs, failOn),
    fix,
    failOn,
    skips: given.has('fail-on-skipped') ? 'forbidden' : 'allowed',
    input,
    emptyRuns: given.has('allow-empty') || given.has('changed') || given.has('shard') ? 'allowed' : 'forbidden',
    maxWarnings: parseMaxWarnings(given.value('max-warnings')),
    ignore: given.values('ignore'),
    ...(given.has('cache') ? { cache: placeOfCache(given.value('cache')) } : {}),
    ...(given.has('jobs') ? { jobs: parseJobs(given.value('jobs') ?? '') } : {}),
    stdinPath: given.value('filename') ?? '<stdin>',
    detail: given.lastOf('quiet', 'verbose') ?? 'normal',
    colors: colorOption(given.lastOf('color', 'no-color')),
  };
}

/** What judges beyond the objects themselves. */
function parseJudges(
  given: CheckArguments,
  ofRun: RunSettings,
): Pick<CheckOptions, 'crds' | 'policies' | 'enableAdmissionPlugins'> {
  return {
    crds: given.has('crds') ? given.values('crds') : ofRun.crds,
    policies: given.has('policy') ? given.values('policy') : ofRun.policies,
    enableAdmissionPlugins:
      admissionPluginsOption(given.values('enable-admission-plugins')) ?? ofRun.enableAdmissionPlugins,
  };
}

function parseKustomize(given: CheckArguments, { kustomize }: RunSettings): CheckOptions['kustomize'] {
  return kustomizeOption(given.value('kustomize'), kustomize);
}

function parseFix(given: CheckArguments): CheckOptions['fix'] {
  if (given.lastOf('fix', 'fix-unsafe', 'fix-dry-run') === undefined) return undefined;
  return { safety: given.has('fix-unsafe') ? 'unsafe' : 'safe', mode: given.has('fix-dry-run') ? 'preview' : 'write' };
}

type Shown = Pick<CheckOptions, 'level' | 'show' | 'context' | 'listing'>;

/** What is reported, and how much of it. Throws UsageError. */
export function parseShown(
  given: Pick<Arguments<'level' | 'show' | 'context' | 'statistics'>, 'has' | 'value' | 'values'>,
  outputs: readonly ReportOutput[],
  failOn: ReportLevel,
): Shown {
  const ofText = (['show', 'context'] as const).find((name) => given.has(name));
  if (ofText !== undefined && !outputs.some(({ format }) => format === 'text' || format === 'github'))
    throw new UsageError(`--${ofText} is about the text report: add --format text`);
  const other = outputs.find(({ format }) => !['text', 'json', 'github'].includes(format));
  if (given.has('statistics') && other)
    throw new UsageError(`--statistics is for the formats text and json, not for ${other.format}`);
  return {
    level: given.has('level') ? oneOf('level', given.value('level') ?? '', severities) : whatFails(failOn),
    show: given.values('show').map(shownName),
    context: count('context', given.value('context') ?? '0'),
    listing: given.has('statistics') ? 'statistics' : 'findings',
  };
}

/** What fails a run is shown. */
function whatFails(failOn: ReportLevel): ReportLevel | undefined {
  return failOn === 'info' ? 'info' : undefined;
}

function count(option: string, text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new UsageError(`--${option} takes a number, not "${text}"`);
  return Number(text);
}

/** `text`, `json=report.json`. Only one of them can have stdout, and a preview of fixes has it for itself. */
function parseOutputs(
  given: CheckArguments,
  fix: CheckOptions['fix'],
  { formats: configured = [] }: RunSettings,
): readonly ReportOutput[] {
  // A preview has stdout for itself, whatever the config prints there.
  const usual = configured.map(parseOutput).filter(({ file }) => fix?.mode !== 'preview' || file !== undefined);
  const outputs = oneOnStdout(given.has('format') ? given.values('format').map(parseOutput) : usual);
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

function placeOfCache(folder: string | undefined): CachePlace {
  return folder ? { folder } : 'user';
}

function parseJobs(text: string): number {
  if (!/^[1-9]\d{0,2}$/.test(text)) throw new UsageError(`--jobs takes a number from 1 to 999, not "${text}"`);
  return Number(text);
}
