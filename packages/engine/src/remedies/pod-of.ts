import type { FieldPath } from '@podlint/field-path';
import { containerOf } from '../findings/container.js';

/** The spec of the Pod whose container a field is in. */
export function podOfContainer(path: FieldPath): FieldPath | undefined {
  return containerOf(path)?.holder.holder;
}

/** Whether a path ends in these names; `*` is any index, `[]` any key. */
export function endsIn(path: FieldPath, ...names: readonly string[]): boolean {
  let next = path;
  return names.toReversed().every((name) => {
    const at = next;
    next = at.holder;
    if (name === '[]') return at.kind === 'key';
    return name === '*' ? at.kind === 'index' : at.kind === 'field' && at.segment === name;
  });
}
