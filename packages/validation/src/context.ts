import { isEnabled, type FeatureGate, type Minor } from '@podlint/model';
import { ErrorList } from './errors.js';

/** What every check needs: the version it speaks for, and where to report. */
export class Context {
  readonly report = new ErrorList();

  constructor(readonly minor: Minor) {}

  /** Whether the feature gate is on by default in this version. */
  enabled(gate: FeatureGate): boolean {
    return isEnabled(gate, this.minor);
  }
}
