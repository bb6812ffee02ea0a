import type { Environment, ObjectType } from '../cel/environment.js';
import { dynType, type CelType } from '../cel/types.js';
import { shownType } from './types.js';

/** Something that an expression can say at a place. */
export interface ExpressionName {
  readonly name: string;
  readonly sort: 'variable' | 'field' | 'function' | 'macro' | 'type' | 'constant';
  /** Of a value its type. */
  readonly type?: string;
  /** One line for each way to call it. */
  readonly calls?: readonly string[];
  /** A sentence about it. */
  readonly about?: string;
  /** Whose documentation belongs to it: a definition of the structure, and a field of it. */
  readonly documents?: { readonly owner: string; readonly name: string };
  /** What is written where it is more than the name: `$1` stands for what is to be filled in. */
  readonly snippet?: string;
}

/** What an expression can use, when it is about one kind of object. */
export interface KindScope {
  /** Undefined: about any. */
  readonly kind: string | undefined;
  readonly environment: Environment;
  /** Of mutations: the type of the object that `Object` stands for. */
  readonly patched?: CelType;
}

export function field(name: string, object: ObjectType | undefined, owner: string | undefined): ExpressionName {
  const type = object?.field(name) ?? dynType;
  return {
    name,
    sort: 'field',
    type: shownType(type),
    ...(owner !== undefined && { documents: { owner, name: name.replace(/^__(\w+)__$/, '$1') } }),
  };
}
