import type { Level, ReportLevel } from '@podlint/engine';
import type { AdmissionPlugin } from '@podlint/engine/config';
import type { Format } from '@podlint/reporters';
import type { CachePlace } from '../../judge/open-cache.js';
import type { BaselineOption } from './baseline-option.js';
import type { ChangedOption } from './changed-option.js';
import type { Shard } from './shard.js';

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
