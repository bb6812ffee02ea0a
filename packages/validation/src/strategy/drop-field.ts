import type { Message } from '@podlint/messages';
import type { FieldPath } from '@podlint/model';
import type { Context } from '../context.js';
import { saysSomething } from './field-pattern.js';

/** Takes away a field that no object of the kind keeps. `path`: of the owner. */
export function dropField<Owner extends object>(
  owner: Owner,
  field: keyof Owner & string,
  path: FieldPath,
  why: () => Message,
  { dropped }: Context,
): void {
  const value = owner[field];
  if (value === undefined) return;
  Reflect.deleteProperty(owner, field);
  if (saysSomething(value)) dropped.push({ path: path.child(field), why: why() });
}
