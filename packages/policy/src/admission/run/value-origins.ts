import { FieldPath } from '@podlint/field-path';
import { isList, isObject } from '../../crd/values/json.js';

interface Scalar {
  readonly path: FieldPath;
  readonly value: unknown;
}

/** The values of an object that are no lists and no objects, by the text of their path. */
export type Scalars = ReadonlyMap<string, Scalar>;

export function scalarsIn(object: unknown): Scalars {
  const scalars = new Map<string, Scalar>();
  collect(object, FieldPath.root, scalars);
  return scalars;
}

/** What is a map is not known of each object: all keys are fields. */
function collect(value: unknown, path: FieldPath, scalars: Map<string, Scalar>): void {
  if (isList(value)) for (const [i, item] of value.entries()) collect(item, path.index(i), scalars);
  else if (isObject(value)) for (const [key, below] of Object.entries(value)) collect(below, path.child(key), scalars);
  else scalars.set(String(path), { path, value });
}

export interface ValueOrigin {
  readonly path: FieldPath;
  /** `LimitRanger, LimitRange bounds`, or `default`. */
  readonly by: string;
}

/** Who has set the values of an object; what the manifest says is not among them. */
export class ValueOrigins {
  private readonly byText = new Map<string, ValueOrigin>();

  get all(): readonly ValueOrigin[] {
    return [...this.byText.values()];
  }

  of(path: FieldPath): string | undefined {
    return this.byText.get(String(path))?.by;
  }

  private set(path: FieldPath, by: string): void {
    this.byText.set(String(path), { path, by });
  }

  /** Each value that is another one than before. */
  noteChanges(before: Scalars, after: Scalars, by: string): void {
    for (const [text, { path, value }] of after) if (before.get(text)?.value !== value) this.set(path, by);
  }

  /** Each value that the manifest does not have. One that is only spelt otherwise is still the manifest's. */
  noteAdded(written: Scalars, now: Scalars, by: string): void {
    for (const [text, { path }] of now) if ((written.get(text)?.value ?? null) === null) this.set(path, by);
  }

  /** Who has set those values before, where they are known here. */
  replaceBy(earlier: readonly ValueOrigin[]): void {
    for (const { path, by } of earlier) if (this.of(path) !== undefined) this.set(path, by);
  }

  /** The last that has set the field, or something in it. */
  lastIn(field: FieldPath): string | undefined {
    const way = field.segments;
    const isIn = ({ path: { segments } }: ValueOrigin): boolean => way.every((segment, i) => segment === segments[i]);
    return this.all.findLast(isIn)?.by;
  }

  /** Of what is in the template of a controller: where it is in the Pod. */
  inPodOf(template: FieldPath): readonly ValueOrigin[] {
    return this.all
      .filter(({ path }) => path.startsWith(template))
      .map(({ path, by }) => ({ path: path.rebase(template, FieldPath.root), by }));
  }
}
