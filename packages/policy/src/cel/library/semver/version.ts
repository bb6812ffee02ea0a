/** A version as github.com/blang/semver v4 reads it. */
export interface Version {
  readonly major: bigint;
  readonly minor: bigint;
  readonly patch: bigint;
  readonly prerelease: readonly (string | bigint)[];
  readonly build: readonly string[];
}

const maxUint64 = 2n ** 64n - 1n;
const numeric = /^(?:0|[1-9][0-9]*)$/;
const identifier = /^[0-9A-Za-z-]+$/;

function parseNumber(text: string): bigint | undefined {
  if (!numeric.test(text)) return undefined;
  const value = BigInt(text);
  return value > maxUint64 ? undefined : value;
}

/** semver.Parse; undefined where it fails. */
export function parseVersion(text: string): Version | undefined {
  const [majorText = '', minorText, ...rest] = text.split('.');
  if (minorText === undefined || rest.length === 0) return undefined;
  const { core, prerelease, build } = takeApart(rest.join('.'));
  const [major, minor, patch] = [majorText, minorText, core].map(parseNumber);
  const parsed = prerelease?.map(parsePrerelease) ?? [];
  const complete = parsed.every((part) => part !== undefined) && (build ?? []).every((part) => identifier.test(part));
  if (major === undefined || minor === undefined || patch === undefined || !complete) return undefined;
  return { major, minor, patch, prerelease: parsed, build: build ?? [] };
}

/** `3-rc.1+build.5`: the build goes off first, then the pre-release. */
function takeApart(patch: string): {
  readonly core: string;
  readonly prerelease: readonly string[] | undefined;
  readonly build: readonly string[] | undefined;
} {
  const plus = patch.indexOf('+');
  const build = plus < 0 ? undefined : patch.slice(plus + 1).split('.');
  const beforeBuild = plus < 0 ? patch : patch.slice(0, plus);
  const hyphen = beforeBuild.indexOf('-');
  const prerelease = hyphen < 0 ? undefined : beforeBuild.slice(hyphen + 1).split('.');
  return { core: hyphen < 0 ? beforeBuild : beforeBuild.slice(0, hyphen), prerelease, build };
}

function parsePrerelease(text: string): string | bigint | undefined {
  if (/^[0-9]+$/.test(text)) return parseNumber(text);
  return identifier.test(text) ? text : undefined;
}

/** semverlib.go, normalizeAndParse: a `v` in front, leading zeros and missing parts are forgiven. */
export function parseNormalized(text: string): Version | undefined {
  const plain = text.startsWith('v') ? text.slice(1) : text;
  const [major = '', minor, ...rest] = plain.split('.');
  const parts = [major, minor, rest.length === 0 ? undefined : rest.join('.')]
    .filter((part) => part !== undefined)
    .map(withoutZeros);
  if (parts.length < 3 && /[+-]/.test(parts.at(-1)!)) return undefined;
  while (parts.length < 3) parts.push('0');
  return parseVersion(parts.join('.'));
}

function withoutZeros(part: string): string {
  if (part.length <= 1) return part;
  const trimmed = part.replace(/^0+/, '');
  return /^[0-9]/.test(trimmed) ? trimmed : `0${trimmed}`;
}

/** By precedence, in which the build does not count. */
export function compareVersions(a: Version, b: Version): -1 | 0 | 1 {
  for (const part of ['major', 'minor', 'patch'] as const) if (a[part] !== b[part]) return a[part] < b[part] ? -1 : 1;
  return comparePrereleases(a.prerelease, b.prerelease);
}

function comparePrereleases(a: Version['prerelease'], b: Version['prerelease']): -1 | 0 | 1 {
  if (a.length === 0 || b.length === 0) return a.length === b.length ? 0 : a.length === 0 ? 1 : -1;
  for (let at = 0; at < Math.min(a.length, b.length); at++) {
    const order = compareParts(a[at]!, b[at]!);
    if (order !== 0) return order;
  }
  return a.length === b.length ? 0 : a.length < b.length ? -1 : 1;
}

/** Numbers come before names. */
function compareParts(a: string | bigint, b: string | bigint): -1 | 0 | 1 {
  if (a === b) return 0;
  if (typeof a !== typeof b) return typeof a === 'bigint' ? -1 : 1;
  return a < b ? -1 : 1;
}

export function versionText({ major, minor, patch, prerelease, build }: Version): string {
  const behind = (sign: string, parts: readonly (string | bigint)[]): string =>
    parts.length === 0 ? '' : sign + parts.join('.');
  return `${major}.${minor}.${patch}${behind('-', prerelease)}${behind('+', build)}`;
}
