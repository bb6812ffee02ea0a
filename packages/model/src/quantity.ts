export { parseQuantity } from './quantity/parse.js';
export type { Quantity } from './quantity/quantity.js';
