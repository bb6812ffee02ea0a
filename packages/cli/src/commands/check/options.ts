import type { RunSettings } from '@podlint/engine/config';
import { type Arguments, parseArguments } from '../../command-line/options.js';
import { parseRules } from '../../command-line/rule-option.js';
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
import { pathsAndBaseline } from './baseline-option.js';
import { pathsAndChanges } from './changed-option.js';
import type { CheckOptions } from './check-options.js';
import { presets, severities } from './choices.js';
import { parseInput } from './input-option.js';
import { checkOptionTable } from './option-table.js';
import { parseOutputs } from './output-options.js';
import { parseShard } from './shard.js';
import { parseShown } from './shown-options.js';

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
