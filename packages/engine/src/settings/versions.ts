import { parseVersion, versions as knownVersions, type KubernetesVersion } from '@podlint/model';

export class UnknownVersionError extends Error {
  constructor(readonly asked: string) {
    super(`podlint does not know Kubernetes ${asked}; it knows ${knownVersions.map(({ name }) => name).join(', ')}`);
    this.name = 'UnknownVersionError';
  }
}

/** @throws UnknownVersionError */
export function versionNamed(name: string): KubernetesVersion {
  const version = parseVersion(name);
  if (!version) throw new UnknownVersionError(name);
  return version;
}
