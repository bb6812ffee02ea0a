interface MacroWords {
  readonly name: string;
  /** Numbers of arguments that it takes. */
  readonly counts: readonly number[];
  readonly of: readonly ('list' | 'map' | 'optional')[];
  /** One line for each way to write it. */
  readonly forms: readonly string[];
  /** With `$1` and so on where something is to be filled in. */
  readonly snippet: string;
  readonly about: string;
}

const both = ['list', 'map'] as const;

/** What is no function: it binds names, and its arguments are not evaluated at once. */
export const macroWords: readonly MacroWords[] = [
  {
    ...{ name: 'all', counts: [2, 3], of: both, snippet: 'all(${1:c}, $2)' },
    forms: ['all(x, condition)', 'all(index, x, condition)'],
    about: 'True where the condition holds for all items of a list, or all keys of a map.',
  },
  {
    ...{ name: 'exists', counts: [2, 3], of: both, snippet: 'exists(${1:c}, $2)' },
    forms: ['exists(x, condition)', 'exists(index, x, condition)'],
    about: 'True where the condition holds for one item or more.',
  },
  {
    ...{ name: 'exists_one', counts: [2, 3], of: both, snippet: 'exists_one(${1:c}, $2)' },
    forms: ['exists_one(x, condition)', 'exists_one(index, x, condition)'],
    about: 'True where the condition holds for exactly one item.',
  },
  {
    ...{ name: 'existsOne', counts: [3], of: both, snippet: 'existsOne(${1:i}, ${2:c}, $3)' },
    forms: ['existsOne(index, x, condition)'],
    about: 'True where the condition holds for exactly one item.',
  },
  {
    ...{ name: 'map', counts: [2, 3], of: both, snippet: 'map(${1:c}, $2)' },
    forms: ['map(x, value)', 'map(x, condition, value)'],
    about: 'A list with a value for each item, or for each for which the condition holds.',
  },
  {
    ...{ name: 'filter', counts: [2], of: both, snippet: 'filter(${1:c}, $2)' },
    forms: ['filter(x, condition)'],
    about: 'The items for which the condition holds.',
  },
  {
    ...{ name: 'transformList', counts: [3, 4], of: both, snippet: 'transformList(${1:i}, ${2:c}, $3)' },
    forms: ['transformList(index, x, value)', 'transformList(index, x, condition, value)'],
    about: 'A list with a value for each item.',
  },
  {
    ...{ name: 'transformMap', counts: [3, 4], of: both, snippet: 'transformMap(${1:k}, ${2:v}, $3)' },
    forms: ['transformMap(key, x, value)', 'transformMap(key, x, condition, value)'],
    about: 'A map with the same keys and new values.',
  },
  {
    ...{ name: 'transformMapEntry', counts: [3, 4], of: both, snippet: 'transformMapEntry(${1:k}, ${2:v}, $3)' },
    forms: ['transformMapEntry(key, x, entry)', 'transformMapEntry(key, x, condition, entry)'],
    about: 'A map of entries, each made of an item: `{key: value}`. Keys must differ.',
  },
  {
    ...{ name: 'sortBy', counts: [2], of: ['list'], snippet: 'sortBy(${1:c}, $2)' },
    forms: ['sortBy(x, value)'],
    about: 'The list in the order of a value of each item.',
  },
  {
    ...{ name: 'optMap', counts: [2], of: ['optional'], snippet: 'optMap(${1:x}, $2)' },
    forms: ['optMap(x, value)'],
    about: 'An optional with a new value, or none where there was none.',
  },
  {
    ...{ name: 'optFlatMap', counts: [2], of: ['optional'], snippet: 'optFlatMap(${1:x}, $2)' },
    forms: ['optFlatMap(x, optional)'],
    about: 'The optional that is made of the value, or none where there was none.',
  },
];

export const hasWords = {
  forms: ['has(object.field)'],
  about: 'Whether the field is there. Reading a field that is not there is an error.',
};
