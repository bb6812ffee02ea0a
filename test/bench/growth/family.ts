import { createLinter, type LinterOptions, type SourceFile } from 'podlint';

/** What is done with an input of a size; what it does first for one alone (parsing what is given) is in `prepare`. */
interface Prepared {
  /** UTF-16 units of what is read. */
  readonly length: number;
  readonly run: () => unknown;
}

/** Inputs that differ in one number alone: how often something occurs in them. */
export interface Family {
  readonly name: string;
  readonly prepare: (count: number) => Prepared;
  /** A part of each count, where the work on a single one is much; default: 1. */
  readonly scale?: number;
}

const linters = new Map<string, ReturnType<typeof createLinter>>();

export function linterFor(options: LinterOptions): ReturnType<typeof createLinter> {
  const key = JSON.stringify(options);
  const linter = linters.get(key) ?? createLinter(options);
  linters.set(key, linter);
  return linter;
}

export const strict: LinterOptions = { preset: 'strict' };

/** A run over one text. */
export function lintsText(name: string, textOf: (count: number) => string, options: LinterOptions = strict): Family {
  return lintsFiles(name, (count) => [{ path: 'a.yaml', text: textOf(count) }], options);
}

/** A run over files. */
export function lintsFiles(
  name: string,
  filesOf: (count: number) => readonly SourceFile[],
  options: LinterOptions = strict,
): Family {
  return {
    name,
    prepare: (count) => {
      const files = filesOf(count);
      const linter = linterFor(options);
      return { length: lengthOf(files), run: () => linter.lint(files) };
    },
  };
}

/** Something that is done with a text. */
export function does(name: string, textOf: (count: number) => string, work: (text: string) => unknown): Family {
  return {
    name,
    prepare: (count) => {
      const text = textOf(count);
      return { length: text.length, run: () => work(text) };
    },
  };
}

export function lengthOf(files: readonly SourceFile[]): number {
  return files.reduce((sum, file) => sum + ('text' in file ? file.text.length : 0), 0);
}

export const times = (count: number, of: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => of(index)).join('');
