import { fieldAt, segmentsOf, type FieldSegments } from '../rule/field.js';
import type { Change, FixProposal } from '../rule/rule.js';
import type { RunFinding } from '../run/run-finding.js';

type PlainChange<Some extends Change = Change> = Some extends Change
  ? Omit<Some, 'field'> & { readonly path: FieldSegments }
  : never;

/** A finding of the run as JSON, with its fixes worked out. */
export interface PlainRunFinding extends Omit<RunFinding, 'fixes'> {
  readonly fixes: readonly (Omit<FixProposal, 'changes'> & { readonly changes: readonly PlainChange[] })[];
}

export function plainFinding({ fixes, ...rest }: RunFinding): PlainRunFinding {
  return {
    ...rest,
    fixes: fixes().map(({ changes, ...fix }) => ({
      ...fix,
      changes: changes.map(({ field, ...change }) => ({ ...change, path: segmentsOf(field) })),
    })),
  };
}

export function fromPlainFinding({ fixes, ...rest }: PlainRunFinding): RunFinding {
  return {
    ...rest,
    fixes: () =>
      fixes.map(({ changes, ...fix }) => ({
        ...fix,
        changes: changes.map(({ path, ...change }) => ({ ...change, field: fieldAt(path) })),
      })),
  };
}
