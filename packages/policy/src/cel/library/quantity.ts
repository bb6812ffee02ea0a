import { parseQuantity, type Quantity } from '@podlint/model';
import { declare, method, overload, type FunctionDeclaration, type Library } from '../environment.js';
import { boolType, doubleType, intType, objectType, stringType } from '../types.js';
import { says } from '../values/failures.js';
import { intOf } from '../values/int.js';
import { Double, Failure, Opaque, type Int, type Value } from '../values/value.js';
import { typed } from './typed.js';

export const quantityType = objectType('kubernetes.Quantity');

class QuantityValue extends Opaque {
  override readonly type = quantityType;

  constructor(readonly quantity: Quantity) {
    super();
  }

  override equals(other: Value): boolean | undefined {
    if (!(other instanceof QuantityValue) || other instanceof ComputedQuantity) return undefined;
    return this.quantity.compare(other.quantity) === 0;
  }

  override toString(): string {
    return this.quantity.toString();
  }
}

/**
 * A sum or a difference. Upstream's is a pointer, which its comparison does not know on the right side of `==`
 * (apiserver, pkg/cel/quantity.go, Equal; pkg/cel/library/quantity.go, quantityAdd).
 */
class ComputedQuantity extends QuantityValue {}

/** Surrounding blanks are for JSON alone; ParseQuantity takes none. */
function parse(text: string): Quantity | undefined {
  return /^\s|\s$|^$|[\u0085\ufeff]/.test(text) ? undefined : parseQuantity(text);
}

function toQuantity(text: string): QuantityValue | Failure {
  const quantity = parse(text);
  return quantity ? new QuantityValue(quantity) : new Failure(says.parse({ text, what: 'quantity' }));
}

const ofInt = (value: Int): Quantity => parse(`${value}e0`)!;

const compare = ({ quantity }: QuantityValue, other: QuantityValue): number => quantity.compare(other.quantity);
const add = ({ quantity }: QuantityValue, other: QuantityValue): Value =>
  new ComputedQuantity(quantity.plus(other.quantity));
const subtract = ({ quantity }: QuantityValue, other: QuantityValue): Value =>
  new ComputedQuantity(quantity.minus(other.quantity));

function asInteger({ quantity }: QuantityValue): Int | Failure {
  const value = quantity.asInt64();
  return value === undefined ? new Failure(says['not-an-integer']()) : intOf(value);
}

const pair = [quantityType, quantityType];

const functions: readonly FunctionDeclaration[] = [
  declare('quantity', overload('string_to_quantity', [stringType], quantityType, typed(toQuantity))),
  declare(
    'isQuantity',
    overload(
      'is_quantity_string',
      [stringType],
      boolType,
      typed((text: string) => parse(text) !== undefined),
    ),
  ),
  // A function, not a method: upstream's declaration leaves it so.
  declare(
    'sign',
    overload(
      'quantity_sign',
      [quantityType],
      intType,
      typed(({ quantity }: QuantityValue) => quantity.sign),
    ),
  ),
  declare(
    'isGreaterThan',
    method(
      'quantity_is_greater_than',
      pair,
      boolType,
      typed((a: QuantityValue, b: QuantityValue) => compare(a, b) > 0),
    ),
  ),
  declare(
    'isLessThan',
    method(
      'quantity_is_less_than',
      pair,
      boolType,
      typed((a: QuantityValue, b: QuantityValue) => compare(a, b) < 0),
    ),
  ),
  declare('compareTo', method('quantity_compare_to', pair, intType, typed(compare))),
  declare(
    'asApproximateFloat',
    method(
      'quantity_get_float',
      [quantityType],
      doubleType,
      typed(({ quantity }: QuantityValue) => new Double(quantity.asApproximateFloat())),
    ),
  ),
  declare('asInteger', method('quantity_get_int', [quantityType], intType, typed(asInteger))),
  declare(
    'isInteger',
    method(
      'quantity_is_integer',
      [quantityType],
      boolType,
      typed(({ quantity }: QuantityValue) => quantity.asInt64() !== undefined),
    ),
  ),
  declare(
    'add',
    method('quantity_add', pair, quantityType, typed(add)),
    method(
      'quantity_add_int',
      [quantityType, intType],
      quantityType,
      typed((a: QuantityValue, b: Int) => add(a, new QuantityValue(ofInt(b)))),
    ),
  ),
  declare(
    'sub',
    method('quantity_sub', pair, quantityType, typed(subtract)),
    method(
      'quantity_sub_int',
      [quantityType, intType],
      quantityType,
      typed((a: QuantityValue, b: Int) => subtract(a, new QuantityValue(ofInt(b)))),
    ),
  ),
];

/** apiserver/pkg/cel/library/quantity.go */
export const quantityLibrary: Library = { functions };
