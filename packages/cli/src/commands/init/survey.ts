import { existsSync } from 'node:fs';
import path from 'node:path';
import { type KubernetesVersion, parseVersion, versions } from '@podlint/model';
import { findFiles, foundText, isFile } from '@podlint/workspace';

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

/** Where people write down which Kubernetes they run, on a line of its own. */
interface VersionSource {
  readonly names: RegExp;
  readonly line: RegExp;
  /** What the file has to hold besides. */
  readonly beside?: string;
}

const versionSources: readonly VersionSource[] = [
  { names: /(?:^|\/)Chart\.yaml$/, line: /^kubeVersion:[^\d]*(1\.\d+)/ },
  { names: /(?:^|\/)(?:kind[^/]*|\.github\/workflows\/[^/]+)\.ya?ml$/, line: /kindest\/node:v?(1\.\d+)/ },
  { names: /(?:^|\/)(?:\.tool-versions|\.?mise\.toml)$/, line: /^"?kubectl"?[ =]+"?v?(1\.\d+)/ },
  { names: /\.tf$/, line: /\b(?:kubernetes|cluster)_version *= *"(1\.\d+)/ },
  {
    names: /(?:^|\/)(?:eksctl|cluster)[^/]*\.ya?ml$/,
    line: /^ +version: ['"]?(1\.\d+)/,
    beside: 'kind: ClusterConfig',
  },
];
/** Lines that name a version are short. */
const longestLine = 200;

function hintsIn(top: string, files: readonly string[]): VersionHint[] {
  const found = files.flatMap((file) =>
    versionSources.filter(({ names }) => names.test(file)).flatMap((source) => hint(top, file, source)),
  );
  return versions.flatMap((version) => found.find((candidate) => candidate.version === version) ?? []);
}

function hint(top: string, file: string, { line, beside = '' }: VersionSource): VersionHint[] {
  if (!isFile(path.join(top, file))) return [];
  const text = foundText(path.join(top, file));
  if (!text.includes(beside)) return [];
  const lines = text.split(/\r?\n/).filter(({ length }) => length <= longestLine);
  const version = parseVersion(lines.map((one) => line.exec(one)?.[1]).find((found) => found !== undefined) ?? '');
  return version ? [{ version, file }] : [];
}
