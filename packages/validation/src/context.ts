import { type FeatureGate, type Minor, isEnabled } from '@podlint/model';
import { ErrorList } from './errors.js';
import { type PodOptions, optionsForCreate } from './pod/options.js';
import type { DroppedField } from './strategy/removals.js';
import type { MovedItems } from './strategy/moved-items.js';

/** What every check needs: the version it speaks for, and where to report. */
export class Context {
  readonly report = new ErrorList();

  /** Fields that the manifest sets and the server removes without a word, because their feature gate is off. */
  readonly dropped: DroppedField[] = [];

  /** Lists that are shorter than in the manifest for the same reason. */
  readonly moved: MovedItems[] = [];

  constructor(
    readonly minor: Minor,
    /** What the checks of a pod let pass: on create a matter of the version, on update of the old object too. */
    readonly options: PodOptions = optionsForCreate(minor),
  ) {}

  /** Whether the feature gate is on by default in this version. */
  enabled(gate: FeatureGate): boolean {
    return isEnabled(gate, this.minor);
  }
}
