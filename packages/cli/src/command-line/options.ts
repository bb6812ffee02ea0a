import { parseArgs } from 'node:util';
import { didYouMean, nearestChoice } from '@podlint/plain/spelling';
import { UsageError } from './usage-error.js';

export interface OptionSpec {
  readonly short?: string;
  /** What stands for the value in the help text; an option without one is a switch. */
  readonly value?: string;
  /** The value stands behind `=`, or is left out. */
  readonly valueIsOptional?: true;
  /** One line for the help text. */
  readonly help: string;
  /** A few words for the help text in which every line has several options, where the name does not say all. */
  readonly brief?: string;
  /** What it is about; the order of these is that of the help text. */
  readonly group?: OptionGroup;
  /** Used often enough to be told of first. */
  readonly often?: true;
}

export const optionGroups = ['Files', 'Judge', 'Fix', 'Report', 'Fail', 'Run', 'Other'] as const;

export type OptionGroup = (typeof optionGroups)[number];

/** The options of a command by their long names, in the order of the help text. */
export type OptionTable = Readonly<Record<string, OptionSpec>>;

/** The arguments of a command, taken apart. */
export interface Arguments<Name extends string> {
  readonly positionals: readonly string[];
  has(name: Name): boolean;
  /** The value of an option, the last one where it was given several times. */
  value(name: Name): string | undefined;
  values(name: Name): readonly string[];
  /** The argument right behind an option whose value is left out: the value after all, where it is nothing else. */
  behind(name: Name): string | undefined;
  /** Which of the options came last, where each overrides the others. */
  lastOf<Some extends Name>(...names: readonly Some[]): Some | undefined;
}

/** Takes a command line apart. Throws UsageError for an unknown option, a value too many and a value missing. */
export function parseArguments<Table extends OptionTable>(
  args: readonly string[],
  table: Table,
): Arguments<keyof Table & string> {
  const options = Object.fromEntries(
    Object.entries(table).map(([name, spec]) => [
      name,
      {
        type: spec.value && !spec.valueIsOptional ? 'string' : 'boolean',
        ...(spec.short ? { short: spec.short } : {}),
      } as const,
    ]),
  );
  const { tokens, positionals } = parseArgs({
    args: [...args],
    options,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const given: { readonly name: string; readonly value: string }[] = [];
  for (const token of tokens)
    if (token.kind === 'option') given.push({ name: token.name, value: checkedValue(token, table) });
  const valuesOf = (name: string): string[] =>
    given.filter((option) => option.name === name).map((option) => option.value);
  return {
    positionals,
    has: (name) => valuesOf(name).length > 0,
    value: (name) => valuesOf(name).at(-1),
    values: valuesOf,
    behind: (name) => {
      const option = tokens.findLast(
        (token) => token.kind === 'option' && token.name === name && token.value === undefined,
      );
      const next = tokens.find((token) => token.kind === 'positional' && token.index === (option?.index ?? NaN) + 1);
      return next?.kind === 'positional' ? next.value : undefined;
    },
    lastOf: (...names) => {
      const last = given.findLast((option) => names.some((name) => name === option.name));
      return names.find((name) => name === last?.name);
    },
  };
}

interface OptionToken {
  readonly name: string;
  readonly rawName: string;
  readonly value: string | undefined;
  readonly inlineValue: boolean | undefined;
}

/** The value, empty for a switch. */
function checkedValue({ name, rawName, value, inlineValue }: OptionToken, table: OptionTable): string {
  const spec = Object.hasOwn(table, name) ? table[name] : undefined;
  if (!spec) throw unknownOption(rawName, table);
  if (spec.valueIsOptional) return value ?? '';
  if (spec.value === undefined) {
    if (value !== undefined) throw new UsageError(`option "--${name}" takes no value, but "${value}" is given`);
    return '';
  }
  if (value === undefined || (inlineValue === false && /^-./.test(value)))
    throw new UsageError(`option "--${name}" needs a value: --${name} ${spec.value}`);
  return value;
}

function unknownOption(rawName: string, table: OptionTable): UsageError {
  const known = Object.keys(table).map((name) => `--${name}`);
  const hint = didYouMean(nearestChoice(rawName, known)) || '; podlint --help lists them all';
  return new UsageError(`unknown option "${rawName}"${hint}`);
}
