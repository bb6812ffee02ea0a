/** What a path is made of: a field's name, the index of a list item, or the key of a map. */
export type SegmentKind = 'field' | 'index' | 'key';

/** A path as JSON: names of fields as strings, indexes as numbers, the key of a map in a list of its own. */
export type PlainPath = readonly (string | number | readonly [key: string])[];

/**
 * The path of a field, from the object down: `spec.containers[0].image`, `metadata.labels[a/b]`.
 * Immutable: a child knows its parent, and holds little else, since checks make many paths that nobody prints.
 * The text is made when somebody asks, and kept.
 * Shape after apimachinery/pkg/util/validation/field/path.go.
 */
export class FieldPath {
  private knownText: string | undefined = undefined;

  private constructor(
    readonly parent: FieldPath | undefined,
    /** The last segment; empty for the object itself. */
    readonly segment: string | number,
    readonly kind: SegmentKind,
  ) {}

  /** The object itself; its children print without a leading dot. */
  static readonly root = new FieldPath(undefined, '', 'field');

  /** `spec` -> `spec.containers` (several names at once: `child('a', 'b')`). */
  child(name: string, ...more: readonly string[]): FieldPath {
    let path = new FieldPath(this, name, 'field');
    for (const next of more) path = new FieldPath(path, next, 'field');
    return path;
  }

  /** The field that names lead to; itself for none. */
  below(names: readonly string[]): FieldPath {
    const [first, ...more] = names;
    return first === undefined ? this : this.child(first, ...more);
  }

  /** `spec.containers` -> `spec.containers[0]` */
  index(index: number): FieldPath {
    return new FieldPath(this, index, 'index');
  }

  /** `metadata.labels` -> `metadata.labels[app]` */
  key(key: string): FieldPath {
    return new FieldPath(this, key, 'key');
  }

  /** How many segments there are. */
  get length(): number {
    let length = 0;
    for (let path = this.parent; path; path = path.parent) length++;
    return length;
  }

  /** Names, indexes and keys from the object down: the way through a decoded value or a tree of nodes. */
  get segments(): readonly (string | number)[] {
    return this.addSegments([]);
  }

  private addSegments(segments: (string | number)[]): (string | number)[] {
    if (!this.parent) return segments;
    this.parent.addSegments(segments).push(this.segment);
    return segments;
  }

  /** This path and all above it, the object itself first. */
  get trail(): readonly FieldPath[] {
    return this.parent ? [...this.parent.trail, this] : [this];
  }

  /** Whether it is that path, or one below it. */
  startsWith(prefix: FieldPath): boolean {
    return this.ancestor(prefix.length).equals(prefix);
  }

  equals(other: FieldPath): boolean {
    if (this === other) return true;
    if (this.segment !== other.segment || this.kind !== other.kind) return false;
    return this.parent && other.parent ? this.parent.equals(other.parent) : this.parent === other.parent;
  }

  /** The path of its first segments; the whole of it, if it has no more. */
  ancestor(length: number): FieldPath {
    return this.above(this.length - length);
  }

  private above(steps: number): FieldPath {
    return steps > 0 && this.parent ? this.parent.above(steps - 1) : this;
  }

  /** What holds the field; the object itself is held by nothing else. */
  get holder(): FieldPath {
    return this.parent ?? this;
  }

  /** The same last segment below another path. */
  under(parent: FieldPath): FieldPath {
    return this.parent === parent ? this : new FieldPath(parent, this.segment, this.kind);
  }

  /** The same segments below `to` that it has below `from`; itself, where it is not there. */
  rebase(from: FieldPath, to: FieldPath): FieldPath {
    if (!this.startsWith(from)) return this;
    return this.trail.slice(from.length + 1).reduce((path, segment) => segment.under(path), to);
  }

  /** As the server prints it; empty for the object itself. */
  toString(): string {
    return (this.knownText ??= this.parent ? this.textBelow(this.parent) : '');
  }

  private textBelow(parent: FieldPath): string {
    if (this.kind !== 'field') return `${parent.toString()}[${this.segment}]`;
    return parent.parent ? `${parent.toString()}.${this.segment}` : String(this.segment);
  }

  /**
   * As the server's strict decoder prints it, in what it says of unknown and duplicate fields: the keys of maps behind a
   * dot as well (newFieldError in sigs.k8s.io/json's kubernetes_patch.go).
   */
  toStrictString(): string {
    return this.segments.reduce<string>((text, segment) => {
      if (typeof segment === 'number') return `${text}[${segment}]`;
      return text === '' ? segment : `${text}.${segment}`;
    }, '');
  }

  toJSON(): PlainPath {
    return this.trail.slice(1).map(({ segment, kind }) => (kind === 'key' ? [String(segment)] : segment));
  }

  static fromJSON(plain: PlainPath): FieldPath {
    return plain.reduce<FieldPath>((path, segment) => {
      if (typeof segment === 'number') return path.index(segment);
      return typeof segment === 'string' ? path.child(segment) : path.key(segment[0]);
    }, FieldPath.root);
  }
}
