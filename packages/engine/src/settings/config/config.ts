import { defineMessages } from '@podlint/messages';
import type { ReportLevel } from '../../report/shown.js';
import type { Peer } from '../../suppressions/peers/peers.js';
import type { CustomRule } from '../custom-rules/custom-rule.js';
import type { Override } from '../layers.js';
import type { RuleTable } from '../rule-table.js';
import type { Preset } from '../settings.js';
import type { PodSecuritySetting } from '../shared.js';

type OneOrMore<T> = T | readonly T[];

/** A config file as it is written: schemas/config.schema.json. */
export interface Config {
  readonly extends?: OneOrMore<string> | undefined;
  readonly kubernetesVersion?: OneOrMore<string> | undefined;
  readonly rules?: RuleTable | undefined;
  readonly overrides?: readonly Override[] | undefined;
  readonly customRules?: readonly CustomRule[] | undefined;
  readonly ignore?: OneOrMore<string> | undefined;
  readonly startupTime?: Readonly<Record<string, string | number>> | undefined;
  readonly staticPods?: OneOrMore<string> | undefined;
  /** Files and folders with definitions of custom resources, relative to this file. */
  readonly crds?: OneOrMore<string> | undefined;
  /** Files and folders with admission policies, relative to this file. */
  readonly policies?: OneOrMore<string> | undefined;
  /** Plugins that the cluster runs besides those that every cluster runs, as the API server's flag of that name has them. */
  readonly enableAdmissionPlugins?: OneOrMore<AdmissionPlugin> | undefined;
  readonly complete?: boolean | undefined;
  readonly podSecurity?: PodSecuritySetting | undefined;
  /** Whether kustomizations are built and what comes out is judged; default: they are. */
  readonly kustomize?: 'on' | 'off' | undefined;
  readonly level?: ReportLevel | undefined;
  readonly ignoreAnnotations?: OneOrMore<Peer> | undefined;
  readonly failOn?: ReportLevel | undefined;
  /** As `--format` takes it. */
  readonly format?: OneOrMore<string> | undefined;
  /** A file of known findings, relative to this one. */
  readonly baseline?: string | undefined;
}

/** Plugins of the API server that are off where nobody enables them, and that podlint knows (pkg/kubeapiserver/options/plugins.go). */
export const admissionPlugins = ['AlwaysPullImages'] as const;
export type AdmissionPlugin = (typeof admissionPlugins)[number];

/** The names that `extends` takes besides paths. */
export const builtIn: Readonly<Record<string, Preset>> = {
  'podlint:none': 'none',
  'podlint:recommended': 'recommended',
  'podlint:strict': 'strict',
};

/** What can be wrong with a file that `extends` names; who reads files knows. */
export const baseMistakes = defineMessages('config-base', {
  circular: 'the config extends itself, by way of {files}',
  missing: 'no such config file: "{name}"',
  empty: 'no config of podlint in "{name}"',
  'other-file': '"{name}" is not a config file: their names end in .yaml, .yml or .json',
  outside:
    '"{name}" is outside of "{root}", and a config extends only files inside of it. Put a copy there, or start from that file with --config',
  'path-outside':
    '"{name}" is outside of "{root}", and a config reads and writes only inside of it. Name it on the command line',
  'path-pipe': '"{name}" is neither a file nor a folder, and nothing else is read for a config',
  'too-deep': 'more than {limit} config files extend one another in a row. Put some of them together',
});

/** What is wrong with a config because of rules of the user's own. */
export const ruleMistakes = defineMessages('config-rule', {
  unknown: '"{name}" is not a rule of this config, nor of one that it extends{hint}',
  expression: 'this expression cannot be used: {problem}',
});

/** A mistake in a config file. Lines and columns count from 1. */
export interface ConfigProblem {
  readonly message: string;
  /** Which of the mistakes it is: `config/unknown-rule`. Stays when the words change. */
  readonly messageId: string;
  /** What the message says of this case. */
  readonly data: Readonly<Record<string, string | number>>;
  readonly line: number;
  readonly column: number;
}

export function listOf<T>(value: OneOrMore<T> | undefined): readonly T[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? (value as readonly T[]) : [value as T];
}
