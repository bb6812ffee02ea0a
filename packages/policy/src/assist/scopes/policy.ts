import type { Minor } from '@podlint/model';
import { policyEnvironment } from '../../cel/admission/environment.js';
import { patchLibrary } from '../../cel/admission/patches.js';
import type { Environment, ObjectType } from '../../cel/environment.js';
import type { KindScope } from '../expression-name.js';
import { baseOfNew, sortOfParams, sortsNamed, type DefinedKind, type ObjectSort } from './kinds.js';
import { knownVariables } from './variables.js';

type Constraints = Parameters<typeof sortsNamed>[0];

/** A policy, as far as its expressions depend on it. It is being written, so that anything may be missing. */
export interface PolicySpec {
  readonly matchConstraints?: Constraints;
  readonly paramKind?: { readonly apiVersion?: string; readonly kind?: string };
  readonly variables?: readonly { readonly name?: string; readonly expression?: string }[];
}

/** How an expression of a policy is used. */
export interface PolicyUse {
  readonly authorizer: boolean;
  /** How many of the variables it can use: those before it; Infinity: all. */
  readonly variables: number;
  /** `patches`: it makes `Object{}` or `JSONPatch{}`. */
  readonly makes: 'value' | 'patches';
  readonly minor: Minor;
  readonly defined: readonly DefinedKind[];
}

export function policyScopes({ matchConstraints, paramKind, variables = [] }: PolicySpec, use: PolicyUse): KindScope[] {
  const params = paramKind && sortOfParams(paramKind, use.defined);
  return sortsNamed(matchConstraints, use.minor, use.defined).map((sort) => {
    const make = (known: ObjectType | undefined): Environment => environmentFor(sort, params, known, use);
    const known = use.variables > 0 ? knownVariables(variables.slice(0, use.variables), make) : undefined;
    return { kind: sort.kind, environment: make(known), ...(use.makes === 'patches' && { patched: sort.type }) };
  });
}

function environmentFor(
  { type, objects }: ObjectSort,
  params: ObjectSort | undefined,
  variables: ObjectType | undefined,
  { authorizer, makes, minor }: PolicyUse,
): Environment {
  const base = baseOfNew(minor);
  return policyEnvironment(
    { params: params !== undefined, authorizer, variables },
    makes === 'patches' ? base.extend(patchLibrary) : base,
    { object: type, ...(params && { params: params.type }), objects: [...objects, ...(params?.objects ?? [])] },
  );
}
