/** How strict a namespace is with Pods. */
export type Level = 'privileged' | 'baseline' | 'restricted';

/** A level in a version of the standards. */
export interface LevelVersion {
  readonly level: Level;
  /** `latest` or `v1.<minor>` */
  readonly version: string;
}

const strictness: readonly Level[] = ['privileged', 'baseline', 'restricted'];

/** Undefined where it is none (api/helpers.go, ParseLevel). */
export function parseLevel(text: string): Level | undefined {
  return strictness.find((level) => level === text);
}

/** Undefined where it is none: versions are as the labels write them, `v1.24`, no `1.24` and no `v1.24.1`. */
export function parseStandardsVersion(text: string): string | undefined {
  return text === 'latest' || /^v1\.(?:0|[1-9][0-9]{0,17})$/.test(text) ? text : undefined;
}

/** The minor number of a version; Infinity is the latest, and what cannot be read is taken for that. */
export function minorOf(version: string): number {
  const parsed = parseStandardsVersion(version);
  return parsed === undefined || parsed === 'latest' ? Infinity : Number(parsed.slice('v1.'.length));
}

/** Whether the first is stricter than the second. */
export function isStricter(a: Level, b: Level): boolean {
  return strictness.indexOf(a) > strictness.indexOf(b);
}

export function levelText({ level, version }: LevelVersion): string {
  return `${level}:${version}`;
}

export function sameLevel(a: LevelVersion, b: LevelVersion): boolean {
  return a.level === b.level && a.version === b.version;
}
