import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type KubernetesVersion, parseVersion, versions } from '@podlint/model';
import { findFiles } from '@podlint/workspace';

/** A version of Kubernetes that a file of the repository names. */
interface VersionHint {
  readonly version: KubernetesVersion;
  readonly file: string;
}

/**
 * What a repository has that matters to how podlint is set up in it. Paths are relative to its top, with forward
 * slashes.
 */
export interface Survey {
  readonly isRepository: boolean;
  readonly runsOn: 'github' | 'gitlab';
  /** Folders of Helm charts, and of what kustomize builds. */
  readonly charts: readonly string[];
  readonly kustomizations: readonly string[];
  /** From the oldest version on, one for each. */
  readonly hints: readonly VersionHint[];
}

export function survey(top: string): Survey {
  const files = findFiles(
    top,
    (name) => isChart(name) || isKustomization(name) || versionSources.some(({ names }) => names.test(name)),
  );
  return {
    isRepository: existsSync(path.join(top, '.git')),
    runsOn:
      existsSync(path.join(top, '.gitlab-ci.yml')) && !existsSync(path.join(top, '.github')) ? 'gitlab' : 'github',
    charts: files.filter(isChart).map(folderOf),
    kustomizations: files.filter(isKustomization).map(folderOf),
    hints: hintsIn(top, files),
  };
}

function isChart(file: string): boolean {
  return path.posix.basename(file) === 'Chart.yaml';
}

function isKustomization(file: string): boolean {
  return /^(?:kustomization\.ya?ml|Kustomization)$/.test(path.posix.basename(file));
}

function folderOf(file: string): string {
  return path.posix.dirname(file);
}

/** Where people write down which Kubernetes they run. */
const versionSources: readonly { readonly names: RegExp; readonly pattern: RegExp }[] = [
  { names: /(?:^|\/)Chart\.yaml$/, pattern: /^kubeVersion:[^\d\n]*(1\.\d+)/m },
  { names: /(?:^|\/)(?:kind[^/]*|\.github\/workflows\/[^/]+)\.ya?ml$/, pattern: /kindest\/node:v?(1\.\d+)/ },
  { names: /(?:^|\/)(?:\.tool-versions|\.?mise\.toml)$/, pattern: /^"?kubectl"?\s*=?\s*"?v?(1\.\d+)/m },
  { names: /\.tf$/, pattern: /\b(?:kubernetes|cluster)_version\s*=\s*"(1\.\d+)/ },
  { names: /(?:^|\/)(?:eksctl|cluster)[^/]*\.ya?ml$/, pattern: /^kind: ClusterConfig$[^]*?^ +version: ['"]?(1\.\d+)/m },
];

function hintsIn(top: string, files: readonly string[]): VersionHint[] {
  const found = files.flatMap((file) =>
    versionSources.filter(({ names }) => names.test(file)).flatMap(({ pattern }) => hint(top, file, pattern)),
  );
  return versions.flatMap((version) => found.find((candidate) => candidate.version === version) ?? []);
}

function hint(top: string, file: string, pattern: RegExp): VersionHint[] {
  const version = parseVersion(pattern.exec(readFileSync(path.join(top, file), 'utf8'))?.[1] ?? '');
  return version ? [{ version, file }] : [];
}
