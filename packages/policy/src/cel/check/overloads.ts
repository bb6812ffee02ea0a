import type { FunctionDeclaration, Overload } from '../environment.js';
import { dynType, isDynamic, opaqueType, type CelType } from '../types.js';
import type { Substitutions } from './substitutions.js';

export interface Resolution {
  readonly type: CelType;
  /** Undefined where several overloads fit: the values decide. */
  readonly overloadId: string | undefined;
}

/** The overloads that take these types (checker.go, resolveOverload); undefined: none. */
export function resolveOverload(
  declaration: FunctionDeclaration,
  types: readonly CelType[],
  isMethod: boolean,
  substitutions: Substitutions,
): Resolution | undefined {
  let found: Resolution | undefined;
  for (const candidate of declaration.overloads) {
    if (candidate.method !== isMethod) continue;
    const { args, result } = withFreshParameters(candidate, substitutions);
    if (!substitutions.areAssignable(types, args)) continue;
    found = joined(found, substitutions.apply(result), candidate.id);
  }
  return found;
}

function joined(found: Resolution | undefined, type: CelType, overloadId: string): Resolution {
  if (!found) return { type, overloadId };
  const same = isDynamic(found.type) || type.equals(found.type);
  return { type: same ? found.type : dynType, overloadId: undefined };
}

function withFreshParameters(
  { args, result }: Overload,
  substitutions: Substitutions,
): { readonly args: readonly CelType[]; readonly result: CelType } {
  const fresh = new Map<string, CelType>();
  const signature = renamed(opaqueType('function', result, ...args), fresh, substitutions);
  return { args: signature.parameters.slice(1), result: signature.parameters[0]! };
}

function renamed(type: CelType, fresh: Map<string, CelType>, substitutions: Substitutions): CelType {
  if (type.kind === 'parameter') {
    const known = fresh.get(type.name) ?? substitutions.freshParameter();
    fresh.set(type.name, known);
    return known;
  }
  if (type.parameters.length === 0) return type;
  return type.with(type.parameters.map((parameter) => renamed(parameter, fresh, substitutions)));
}
