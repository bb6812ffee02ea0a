import { objectType } from '../../types.js';
import { Opaque, type Value } from '../../values/value.js';
import { compareVersions, versionText, type Version } from './version.js';

export const semverType = objectType('kubernetes.Semver');

export class SemverValue extends Opaque {
  override readonly type = semverType;

  constructor(readonly version: Version) {
    super();
  }

  /** Go's struct has slices in it. */
  override get identity(): undefined {
    return undefined;
  }

  override equals(other: Value): boolean | undefined {
    return other instanceof SemverValue ? compareVersions(this.version, other.version) === 0 : undefined;
  }

  override toString(): string {
    return versionText(this.version);
  }
}
