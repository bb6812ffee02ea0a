import { intType, type CelType } from '../types.js';

/**
 * The types of the variables that a macro goes through a value with: index and item of a list, key and value of a map; one
 * alone gets item or key. `any`: the value's type is not known. `none`: nothing can go through it.
 */
export function itemTypes(
  { kind, parameters: [first, second] }: CelType,
  variables: 'one' | 'two',
): readonly [CelType, CelType] | 'any' | 'none' {
  switch (kind) {
    case 'list':
      return variables === 'two' ? [intType, first!] : [first!, first!];
    case 'map':
      return [first!, second!];
    case 'dyn':
    case 'error':
    case 'parameter':
      return 'any';
    default:
      return 'none';
  }
}
