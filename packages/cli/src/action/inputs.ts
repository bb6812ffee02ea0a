import { own } from '@podlint/plain';
import { UsageError } from '../command-line/usage-error.js';

type Environment = Readonly<Record<string, string | undefined>>;

/** What a workflow asks of the action; the inputs of action.yml. */
export interface ActionInputs {
  /** Arguments of `podlint check`, without its formats. */
  readonly args: readonly string[];
  /** Relative to the workspace. */
  readonly workingDirectory: string;
  readonly sarifFile?: string;
  /** Arguments of `podlint diff`, without its formats; undefined: nobody asks. */
  readonly diff?: readonly string[];
}

/**
 * Reads the inputs as a runner hands them over.
 * @throws UsageError
 */
export function readInputs(environment: Environment): ActionInputs {
  const sarifFile = text(environment, 'sarif-file');
  return {
    args: [
      ...words(environment, 'kubernetes-version').map((version) => `--kubernetes-version=${version}`),
      ...(['preset', 'config', 'fail-on'] as const).flatMap((name) => option(name, text(environment, name))),
      ...changed(environment),
      ...lines(environment, 'args'),
      '--',
      ...lines(environment, 'paths'),
    ],
    workingDirectory: text(environment, 'working-directory') ?? '.',
    ...(sarifFile === undefined ? {} : { sarifFile }),
    ...diffed(environment),
  };
}

function option(name: string, value: string | undefined): string[] {
  return value === undefined ? [] : [`--${name}=${value}`];
}

/** `true`: what a pull request changes, and everything for other events. Anything else is a ref. */
function changed(environment: Environment): string[] {
  const value = text(environment, 'changed');
  if (value === undefined || value === 'false') return [];
  if (value !== 'true') return [`--changed=${value}`];
  return environment.GITHUB_BASE_REF ? [`--changed=origin/${environment.GITHUB_BASE_REF}`] : [];
}

/** As `changed`. */
function diffed(environment: Environment): Pick<ActionInputs, 'diff'> {
  const value = text(environment, 'diff');
  if (value === undefined || value === 'false') return {};
  const base = environment.GITHUB_BASE_REF;
  const ref = value === 'true' ? base && `origin/${base}` : value;
  if (!ref) return {};
  const paths = lines(environment, 'paths');
  const version = words(environment, 'kubernetes-version').at(-1);
  return {
    diff: [
      ...option('kubernetes-version', version),
      ...option('config', text(environment, 'config')),
      ref,
      '--',
      ...(paths.length === 0 ? ['.'] : paths),
    ],
  };
}

/** As @actions/core names them. Undefined: not set, or blank. */
function text(environment: Environment, name: string): string | undefined {
  return own(environment, `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`)?.trim() || undefined;
}

function words(environment: Environment, name: string): string[] {
  return text(environment, name)?.split(/[\s,]+/) ?? [];
}

/** One a line, so that names may hold blanks. */
function lines(environment: Environment, name: string): string[] {
  return (text(environment, name)?.split('\n') ?? []).map((line) => line.trim()).filter((line) => line !== '');
}

/** What a runner always sets. */
export function runnerFolder(environment: Environment, name: 'GITHUB_WORKSPACE' | 'RUNNER_TEMP'): string {
  const folder = environment[name];
  if (!folder)
    throw new UsageError(
      `${name} is not set: this is the entry of a GitHub Action, which a runner starts; the command is podlint.js`,
    );
  return folder;
}
