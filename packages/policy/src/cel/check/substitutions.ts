import { dynType, isDynamic, nullType, typeParameter, type CelType } from '../types.js';

/**
 * What type parameters stand for while an expression is checked (checker/types.go and mapping.go). An attempt that
 * fails leaves no trace.
 */
export class Substitutions {
  private readonly types = new Map<string, CelType>();
  /** What changes since the last attempt began replaced, newest last. */
  private trail: [string, CelType | undefined][] = [];
  private made = 0;

  freshParameter(): CelType {
    return typeParameter(`_var${this.made++}`);
  }

  /** joinTypes; that a literal has one type only is looked at when all types are known (validators). */
  join(previous: CelType | undefined, current: CelType): CelType {
    if (!previous) return current;
    return this.isAssignable(previous, current) ? mostGeneral(previous, current) : dynType;
  }

  /** Whether `from` can be used where `to` is wanted; parameters are bound if so. */
  isAssignable(from: CelType, to: CelType): boolean {
    return this.areAssignable([from], [to]);
  }

  areAssignable(from: readonly CelType[], to: readonly CelType[]): boolean {
    this.trail = [];
    if (this.allFit(from, to)) return true;
    for (const [name, type] of this.trail.reverse()) {
      if (type) this.types.set(name, type);
      else this.types.delete(name);
    }
    return false;
  }

  /** The type with bound parameters replaced; unbound ones stay. */
  apply(type: CelType): CelType {
    return this.replaced(type, (parameter) => parameter);
  }

  /** The type with all parameters replaced, unbound ones by `dyn`. */
  resolve(type: CelType): CelType {
    return this.replaced(type, () => dynType);
  }

  private replaced(type: CelType, unbound: (parameter: CelType) => CelType): CelType {
    if (type.kind === 'parameter') {
      const bound = this.types.get(type.name);
      return bound ? this.replaced(bound, unbound) : unbound(type);
    }
    if (type.parameters.length === 0) return type;
    const parameters = type.parameters.map((parameter) => this.replaced(parameter, unbound));
    return type.with(parameters);
  }

  private allFit(from: readonly CelType[], to: readonly CelType[]): boolean {
    return from.length === to.length && from.every((type, at) => this.fits(type, to[at]!));
  }

  /** internalIsAssignable */
  private fits(from: CelType, to: CelType): boolean {
    if (to.kind === 'parameter') {
      const { valid, bound } = this.tryBind(from, to);
      if (valid) return true;
      if (bound) return false;
    }
    if (from.kind === 'parameter') return this.tryBind(to, from).valid;
    if (isWildcard(from) || isWildcard(to)) return true;
    if (from.kind === 'null') return takesNull(to);
    if (to.kind === 'null') return takesNull(from);
    return this.fitsConcrete(from, to);
  }

  private fitsConcrete(from: CelType, to: CelType): boolean {
    switch (from.kind) {
      case 'type':
        return to.kind === 'type';
      case 'opaque':
      case 'list':
      case 'map':
        return from.kind === to.kind && from.name === to.name && this.allFit(from.parameters, to.parameters);
      default:
        return from.kind === to.kind && from.name === to.name;
    }
  }

  /** isValidTypeSubstitution: whether the parameter can stand for the type, and whether it stands for one already. */
  private tryBind(type: CelType, parameter: CelType): { readonly valid: boolean; readonly bound: boolean } {
    if (type.kind === parameter.kind && type.equals(parameter)) return { valid: true, bound: true };
    const current = this.types.get(parameter.name);
    if (current) return { valid: this.widen(type, parameter, current), bound: true };
    if (!this.isAbsentFrom(parameter, type)) return { valid: false, bound: false };
    this.bind(parameter, type);
    return { valid: true, bound: false };
  }

  private widen(type: CelType, parameter: CelType, current: CelType): boolean {
    if (type.kind === current.kind && type.equals(current)) return true;
    if (!this.fits(type, current)) return false;
    const general = mostGeneral(type, current);
    if (this.isAbsentFrom(parameter, general)) this.bind(parameter, general);
    return true;
  }

  private bind({ name }: CelType, type: CelType): void {
    this.trail.push([name, this.types.get(name)]);
    this.types.set(name, type);
  }

  /** notReferencedIn: no type may contain itself. */
  private isAbsentFrom(parameter: CelType, type: CelType): boolean {
    if (parameter.equals(type)) return false;
    if (type.kind === 'parameter') {
      const bound = this.types.get(type.name);
      return !bound || this.isAbsentFrom(parameter, bound);
    }
    return type.parameters.every((inner) => this.isAbsentFrom(parameter, inner));
  }
}

function isWildcard(type: CelType): boolean {
  return isDynamic(type) || type.kind === 'error';
}

const nullableKinds = new Set(['opaque', 'struct', 'any', 'duration', 'timestamp']);

function takesNull(type: CelType): boolean {
  return type.nullable || nullableKinds.has(type.kind) || type.equals(nullType);
}

/** The more general of two types that fit. */
function mostGeneral(a: CelType, b: CelType): CelType {
  return isAsGeneral(a, b) ? a : b;
}

/** isEqualOrLessSpecific */
function isAsGeneral(a: CelType, b: CelType): boolean {
  if (isDynamic(a) || a.kind === 'parameter') return true;
  if (isDynamic(b) || b.kind === 'parameter' || a.kind !== b.kind) return false;
  if (a.kind === 'type') return true;
  if (a.kind !== 'list' && a.kind !== 'map' && a.kind !== 'opaque') return a.equals(b);
  return (
    a.name === b.name &&
    a.parameters.length === b.parameters.length &&
    a.parameters.every((parameter, at) => isAsGeneral(parameter, b.parameters[at]!))
  );
}
