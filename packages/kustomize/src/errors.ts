import { textOf, type Message } from '@podlint/messages';
import { says } from './messages.js';
import type { Place } from './origin/place.js';

/** What went wrong, coarsely. */
export type ErrorClass =
  | 'cycle'
  | 'empty-kustomization'
  | 'field-type'
  | 'generator'
  | 'id-conflict'
  | 'id-missing'
  | 'json-patch-apply'
  | 'json-patch-parse'
  | 'kustomization-kind'
  | 'many-kustomizations'
  | 'merge-many'
  | 'missing-file'
  | 'name-reference'
  | 'namespace'
  | 'no-kustomization'
  | 'openapi'
  | 'other'
  | 'outside-root'
  | 'panic'
  | 'patch-no-target'
  | 'patch-spec'
  | 'plugin'
  | 'remote'
  | 'replacement'
  | 'replicas'
  | 'resource-shape'
  | 'sort'
  | 'unknown-field'
  | 'unserialisable'
  | 'validator'
  | 'var'
  | 'yaml';

/** Why a build stops. Caught where upstream goes on behind an error, and at the end of the build. */
export class BuildFailure extends Error {
  constructor(
    readonly errorClass: ErrorClass,
    readonly said: Message,
    /** What in the files is to blame. */
    public place?: Place,
  ) {
    super(textOf(said));
  }

  /** The same, at a place if it has none yet. */
  at(place: Place | undefined): this {
    this.place ??= place;
    return this;
  }
}

/** Runs something; what it throws is at a place, if it has none yet. */
export function atPlace<T>(place: Place | undefined, run: () => T): T {
  try {
    return run();
  } catch (error) {
    throw error instanceof BuildFailure ? error.at(place) : error;
  }
}

/** For an expression. */
export function throwing(failure: BuildFailure): never {
  throw failure;
}

/** What a build never runs or fetches: the rest is built without it. */
export class NotRun extends BuildFailure {}

/** Something that a step names and that is not there; where a part was not run, that may have had it. */
export class Missing extends BuildFailure {}

/** What a build has thrown; what is no failure of a build is thrown on. */
export function failureOf(error: unknown): BuildFailure {
  if (error instanceof BuildFailure) return error;
  if (error instanceof RangeError) return new BuildFailure('panic', says['too-deep']());
  throw error;
}
