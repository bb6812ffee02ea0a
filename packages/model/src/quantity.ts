export { parseQuantity } from './quantity/parse.js';
export type { Quantity, QuantityFormat } from './quantity/quantity.js';
