import type { Level } from '@podlint/engine';
import { peerChecks, rulesLike, type Peer } from '@podlint/engine/config';

/** What the config file of another linter comes to in podlint's. */
export interface Imported {
  readonly peer: Peer;
  readonly file: string;
  /** `none`: nothing but what is named. */
  readonly preset?: 'none';
  readonly rules: Levels;
  readonly overrides: readonly ImportedOverride[];
  readonly ignore: readonly string[];
  /** What podlint has nothing for, each in a few words. */
  readonly left: readonly string[];
}

export type Levels = Readonly<Record<string, Level>>;

export interface ImportedOverride {
  readonly namespaces?: readonly string[];
  readonly names?: readonly string[];
  readonly rules: Levels;
}

const grave: readonly Level[] = ['off', 'info', 'warn', 'error'];

/**
 * The levels of rules, from what is wanted of a tool's checks. A rule that stands for several checks is as grave as the
 * gravest of them, so that it is off only where none of them is wanted.
 */
export function levelsOf(peer: Peer, wanted: (check: string) => Level | undefined): Levels {
  const levels = new Map<string, readonly (Level | undefined)[]>();
  for (const [check, rules] of Object.entries(peerChecks[peer]))
    for (const rule of rules) levels.set(rule, [...(levels.get(rule) ?? []), wanted(check)]);
  return Object.fromEntries(
    [...levels]
      .flatMap(([rule, all]): [string, Level][] => {
        const level = gravest(all);
        return level === undefined ? [] : [[rule, level]];
      })
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

/** Undefined: nothing is said of one of them, so that it is as podlint has it. */
function gravest(levels: readonly (Level | undefined)[]): Level | undefined {
  const said = levels.flatMap((level) => level ?? []);
  const most = said.reduce<Level>((one, other) => (grave.indexOf(other) > grave.indexOf(one) ? other : one), 'off');
  return said.length === 0 || (most === 'off' && said.length < levels.length) ? undefined : most;
}

/** The checks that podlint has no rule for. */
export function unknownChecks(peer: Peer, checks: readonly string[]): string[] {
  return checks.filter((check) => rulesLike(peer, check).length === 0);
}
