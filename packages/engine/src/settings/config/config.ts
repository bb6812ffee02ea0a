import type { Override } from '../layers.js';
import type { Preset, RuleTable } from '../settings.js';

type OneOrMore<T> = T | readonly T[];

/** A config file as it is written: schemas/config.schema.json. */
export interface Config {
  readonly extends?: OneOrMore<string> | undefined;
  readonly kubernetesVersion?: OneOrMore<string> | undefined;
  readonly rules?: RuleTable | undefined;
  readonly overrides?: readonly Override[] | undefined;
  readonly ignore?: OneOrMore<string> | undefined;
  readonly podSecurity?: string | undefined;
  readonly startupTime?: Readonly<Record<string, string | number>> | undefined;
  readonly staticPods?: OneOrMore<string> | undefined;
  readonly complete?: boolean | undefined;
}

/** The names that `extends` takes besides paths. */
export const builtIn: Readonly<Record<string, Preset>> = {
  'podlint:none': 'none',
  'podlint:recommended': 'recommended',
  'podlint:strict': 'strict',
};

/** A mistake in a config file. Lines and columns count from 1. */
export interface ConfigProblem {
  readonly message: string;
  readonly line: number;
  readonly column: number;
}

export function listOf<T>(value: OneOrMore<T> | undefined): readonly T[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? (value as readonly T[]) : [value as T];
}
