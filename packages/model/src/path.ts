/**
 * The path of a field as the API server prints it: `spec.containers[0].image`, `metadata.labels[a/b]`.
 * Immutable; a child knows its parent, and the text is made only when somebody asks.
 * Shape after apimachinery/pkg/util/validation/field/path.go.
 */
export class FieldPath {
  private constructor(
    readonly parent: FieldPath | undefined,
    /** A field's name, a list index, or (with `isKey`) a map's key. */
    readonly segment: string | number,
    /** True for a map key, printed in brackets. */
    readonly isKey: boolean,
  ) {}

  /** The document itself; its children print without a leading dot. */
  static readonly root = new FieldPath(undefined, '', false);

  /** `spec` -> `spec.containers` (several names at once: `child('a', 'b')`). */
  child(name: string, ...more: string[]): FieldPath {
    let path = new FieldPath(this, name, false);
    for (const next of more) path = new FieldPath(path, next, false);
    return path;
  }

  /** `spec.containers` -> `spec.containers[0]` */
  index(index: number): FieldPath {
    return new FieldPath(this, index, false);
  }

  /** `metadata.labels` -> `metadata.labels[app]` */
  key(key: string): FieldPath {
    return new FieldPath(this, key, true);
  }

  /** Names, indexes and keys from the document down. */
  segments(): (string | number)[] {
    return this.parent ? [...this.parent.segments(), this.segment] : [];
  }

  toString(): string {
    if (!this.parent) return '';
    const parent = this.parent.toString();
    if (this.isKey || typeof this.segment === 'number') return `${parent}[${this.segment}]`;
    return parent === '' ? this.segment : `${parent}.${this.segment}`;
  }
}
