/** What kind of type it is, as cel-go tells them apart (common/types/types.go, Kind). */
export type TypeKind =
  | 'any'
  | 'bool'
  | 'bytes'
  | 'double'
  | 'duration'
  | 'dyn'
  | 'error'
  | 'int'
  | 'list'
  | 'map'
  | 'null'
  | 'opaque'
  | 'parameter'
  | 'string'
  | 'struct'
  | 'timestamp'
  | 'type'
  | 'uint';

/** A type of CEL, static or of a value at run time. As a value of CEL it is what `type(x)` gives. */
export class CelType {
  private knownText: string | undefined;

  constructor(
    readonly kind: TypeKind,
    /** The name at run time: `int`, `google.protobuf.Duration`, `kubernetes.Quantity`. */
    readonly name: string,
    readonly parameters: readonly CelType[] = [],
    /** A protobuf wrapper such as google.protobuf.Int64Value: the value, or null. */
    readonly nullable = false,
  ) {}

  /** Whether it is the same type, down to the names of type parameters (Type.IsExactType). */
  equals(other: CelType): boolean {
    return this.isLike(other, (a, b) => a.name === b.name);
  }

  /** The same type, whatever its type parameters are called (Type.IsEquivalentType). */
  isEquivalent(other: CelType): boolean {
    return this.isLike(other, (a, b) => a.kind === 'parameter' || a.name === b.name);
  }

  private isLike(other: CelType, named: (a: CelType, b: CelType) => boolean): boolean {
    if (this === other) return true;
    if (this.kind !== other.kind || this.parameters.length !== other.parameters.length || !named(this, other))
      return false;
    return this.parameters.every((parameter, at) => parameter.isLike(other.parameters[at]!, named));
  }

  /** The same type with other parameters. */
  with(parameters: readonly CelType[]): CelType {
    return new CelType(this.kind, this.name, parameters, this.nullable);
  }

  /** `list(int)`, `map(string, dyn)`, `wrapper(int)` (Type.String). */
  toString(): string {
    return (this.knownText ??= this.makeText());
  }

  private makeText(): string {
    if (this.kind === 'parameter') return `<${this.name}>`;
    const name = this.nullable ? `wrapper(${this.name})` : this.name;
    return this.parameters.length === 0 ? name : `${name}(${this.parameters.join(', ')})`;
  }
}

const simple = (kind: TypeKind, name: string): CelType => new CelType(kind, name);

export const anyType = simple('any', 'google.protobuf.Any');
export const boolType = simple('bool', 'bool');
export const bytesType = simple('bytes', 'bytes');
export const doubleType = simple('double', 'double');
export const durationType = simple('duration', 'google.protobuf.Duration');
export const dynType = simple('dyn', 'dyn');
export const errorType = simple('error', 'error');
export const intType = simple('int', 'int');
export const nullType = simple('null', 'null_type');
export const stringType = simple('string', 'string');
export const timestampType = simple('timestamp', 'google.protobuf.Timestamp');
export const typeType = simple('type', 'type');
export const uintType = simple('uint', 'uint');

export const listOf = (element: CelType): CelType => new CelType('list', 'list', [element]);
export const mapOf = (key: CelType, value: CelType): CelType => new CelType('map', 'map', [key, value]);
export const typeOfType = (type: CelType): CelType => new CelType('type', 'type', [type]);
export const typeParameter = (name: string): CelType => new CelType('parameter', name);
export const objectType = (name: string): CelType => new CelType('struct', name);
export const opaqueType = (name: string, ...parameters: readonly CelType[]): CelType =>
  new CelType('opaque', name, parameters);
export const optionalOf = (type: CelType): CelType => opaqueType('optional_type', type);
export const nullable = (type: CelType): CelType => new CelType(type.kind, type.name, type.parameters, true);

export const listType = listOf(dynType);
export const mapType = mapOf(dynType, dynType);
export const optionalType = opaqueType('optional_type');

export function isOptionalType(type: CelType): boolean {
  return type.kind === 'opaque' && type.name === 'optional_type';
}

/** `dyn`, or protobuf's `any`. */
export function isDynamic(type: CelType): boolean {
  return type.kind === 'dyn' || type.kind === 'any';
}

/** The types that can be ordered, in the order in which cel-go's lists and Kubernetes' declare their overloads. */
export const comparableTypes = [
  intType,
  uintType,
  doubleType,
  boolType,
  durationType,
  timestampType,
  stringType,
  bytesType,
];
