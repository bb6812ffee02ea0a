import { parseQuantity, type Quantity } from '@podlint/model';

const zero = parseQuantity('0');

/** An amount that decoding took; one that is not there is zero. */
export function quantityOf(text: string | number | undefined): Quantity {
  const quantity = text === undefined ? zero : parseQuantity(text);
  if (!quantity) throw new Error(`${text} was decoded as an amount`);
  return quantity;
}
