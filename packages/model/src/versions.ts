/** The minor number of a Kubernetes 1.x version: 36 for 1.36. */
export type Minor = number;

/** How much of the API server's behaviour podlint knows for a version. */
export type Coverage = 'verified' | 'structure-only';

export interface KubernetesVersion {
  /** `1.36` */
  readonly name: string;
  readonly minor: Minor;
  readonly coverage: Coverage;
}

/** Every version podlint can judge, oldest first. `verified`: measured against the server's own answers. */
export const versions: readonly KubernetesVersion[] = [
  { name: '1.29', minor: 29, coverage: 'verified' },
  { name: '1.30', minor: 30, coverage: 'verified' },
  { name: '1.31', minor: 31, coverage: 'structure-only' },
  { name: '1.32', minor: 32, coverage: 'verified' },
  { name: '1.33', minor: 33, coverage: 'verified' },
  { name: '1.34', minor: 34, coverage: 'verified' },
  { name: '1.35', minor: 35, coverage: 'verified' },
  { name: '1.36', minor: 36, coverage: 'verified' },
  { name: '1.37', minor: 37, coverage: 'structure-only' },
];

/** What is used when nobody names a version: the newest whose answers are verified. */
export const defaultVersion: KubernetesVersion = versions.findLast((version) => version.coverage === 'verified')!;

/** `1.36`, `v1.36`, `1.36.3` and `36` name the same version; undefined for one that podlint does not know. */
export function parseVersion(text: string): KubernetesVersion | undefined {
  const match = /^v?(?:1\.)?(\d+)(?:\.\d+)?$/.exec(text.trim());
  return match ? versions.find((version) => version.minor === Number(match[1])) : undefined;
}

/** The version nearest to one that podlint does not know, such as `1.28` or `2.0`; undefined for what is no version. */
export function nearestVersion(text: string): KubernetesVersion | undefined {
  const match = /^v?(\d{1,3})\.(\d{1,3})(?:\.\d+)?$/.exec(text.trim());
  if (!match) return undefined;
  const [major, minor] = [Number(match[1]), Number(match[2])];
  const isOlder = major < 1 || (major === 1 && minor < (versions[0]?.minor ?? 0));
  return isOlder ? versions[0] : versions.at(-1);
}
