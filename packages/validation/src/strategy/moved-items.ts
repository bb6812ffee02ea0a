import type { FieldPath } from '@podlint/model';
import type { ErrorDetails, FieldError } from '../errors.js';

/**
 * A list from which the server removed items, so that it counts those behind them differently than the manifest does.
 */
export interface MovedItems {
  readonly list: FieldPath;
  /** For each item that is left, its index in the manifest. */
  readonly origins: readonly number[];
}

/** The errors, each placed where the manifest has what it is about. */
export function placedInManifest(errors: readonly FieldError[], moved: readonly MovedItems[]): readonly FieldError[] {
  if (moved.length === 0) return errors;
  return errors.map((error) => ({ ...error, ...placeOf(error, moved) }));
}

function placeOf({ field, at = field, related }: FieldError, moved: readonly MovedItems[]): ErrorDetails {
  const place = original(at, moved);
  return {
    ...(place === field ? {} : { at: place }),
    ...(related && { related: related.map((end) => ({ ...end, field: original(end.field, moved) })) }),
  };
}

function original(path: FieldPath, moved: readonly MovedItems[]): FieldPath {
  const { parent, segment } = path;
  if (!parent) return path;
  const place = original(parent, moved);
  if (typeof segment === 'number') {
    const origin = originOf(parent, segment, moved);
    return place === parent && origin === segment ? path : place.index(origin);
  }
  return path.under(place);
}

function originOf(list: FieldPath, index: number, moved: readonly MovedItems[]): number {
  return moved.find((items) => items.list.equals(list))?.origins[index] ?? index;
}
