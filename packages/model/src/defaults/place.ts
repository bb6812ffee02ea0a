import { FieldPath } from '@podlint/field-path';

/** Hears of every default that is filled in. */
export interface DefaultsRecorder {
  /** `why`: a short reason, `Always, because the tag is latest or missing`. */
  record(path: FieldPath, value: unknown, why: string): void;
}

/**
 * Where in the object a default is filled in. Exists only while somebody listens: without a recorder it is undefined
 * everywhere, so `place?.child(...)` makes nothing.
 */
export class Place {
  private constructor(
    private readonly path: FieldPath,
    private readonly recorder: DefaultsRecorder,
  ) {}

  static root(recorder: DefaultsRecorder): Place {
    return new Place(FieldPath.root, recorder);
  }

  child(name: string, ...more: string[]): Place {
    return new Place(this.path.child(name, ...more), this.recorder);
  }

  index(index: number): Place {
    return new Place(this.path.index(index), this.recorder);
  }

  /** The field of that name was filled in. */
  record(field: string, value: unknown, why: string): void {
    this.recorder.record(this.path.child(field), value, why);
  }

  /** The entry of that key was filled in. */
  recordKey(key: string, value: unknown, why: string): void {
    this.recorder.record(this.path.key(key), value, why);
  }
}
