import { FieldPath, type Kind } from '@podlint/model';
import type { DroppedField, FieldError, Warning } from '@podlint/validation';

interface Rebase {
  error(error: FieldError): FieldError[];
  warning(warning: Warning): Warning[];
  dropped(field: DroppedField): DroppedField[];
}

const selector = FieldPath.root.child('spec', 'selector');

/**
 * What was said of a stand-in of a built-in kind, as said of the object that it stands for: of its template, and of its
 * selector where both have it at the same place. The rest is left out.
 */
export function rebased(made: Kind, to: FieldPath): Rebase {
  const from = FieldPath.root.below(made.podTemplate ?? []);
  const isAlike = from.equals(to);
  const moved = (path: FieldPath): FieldPath => path.rebase(from, to);
  const movedAll = (related: FieldError['related'] = []): NonNullable<FieldError['related']> =>
    related.map((other) => ({ ...other, field: moved(other.field) }));
  const isOfPart = (path: FieldPath): boolean => path.startsWith(from) || (isAlike && path.startsWith(selector));
  return {
    error: (error) => {
      const { field, at, related } = error;
      if (!isOfPart(at ?? field)) return [];
      return [{ ...error, field: moved(field), related: movedAll(related), ...(at && { at: moved(at) }) }];
    },
    warning: (warning) => {
      const { path, at, related } = warning;
      if (!isOfPart(path)) return [];
      return [{ ...warning, path: moved(path), related: movedAll(related), ...(at && { at: moved(at) }) }];
    },
    dropped: (field) => (isOfPart(field.path) ? [{ ...field, path: moved(field.path) }] : []),
  };
}
