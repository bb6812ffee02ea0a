/** The names under which operators are functions (common/operators/operators.go). */
export const operators = {
  add: '_+_',
  and: '_&&_',
  conditional: '_?_:_',
  divide: '_/_',
  equals: '_==_',
  greater: '_>_',
  greaterEquals: '_>=_',
  in: '@in',
  index: '_[_]',
  less: '_<_',
  lessEquals: '_<=_',
  modulo: '_%_',
  multiply: '_*_',
  negate: '-_',
  not: '!_',
  notEquals: '_!=_',
  notStrictlyFalse: '@not_strictly_false',
  optionalIndex: '_[?_]',
  optionalSelect: '_?._',
  or: '_||_',
  subtract: '_-_',
} as const;

export const relations: ReadonlyMap<string, string> = new Map([
  ['<', operators.less],
  ['<=', operators.lessEquals],
  ['>', operators.greater],
  ['>=', operators.greaterEquals],
  ['==', operators.equals],
  ['!=', operators.notEquals],
  ['in', operators.in],
]);
export const sums: ReadonlyMap<string, string> = new Map([
  ['+', operators.add],
  ['-', operators.subtract],
]);
export const products: ReadonlyMap<string, string> = new Map([
  ['*', operators.multiply],
  ['/', operators.divide],
  ['%', operators.modulo],
]);

/** A function as one writes it: of an operator its sign. */
export function shownName(name: string): string {
  const sign = name.replace(/^@/, '').replaceAll('_', '');
  return Object.values<string>(operators).includes(name) ? sign : name;
}
