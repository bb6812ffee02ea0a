import { existsSync } from 'node:fs';
import path from 'node:path';
import {
  baseMistakes,
  builtIn,
  expressionProblems,
  readConfig,
  unknownRules,
  type ConfigPart,
  type ConfigProblem,
  type ConfigReading,
} from '@podlint/engine/config';
import { own, pushAll } from '@podlint/plain';
import { readFile } from '../read.js';
import { attempt, ConfigError, joined, problemsIn, shownAs } from './config-error.js';
import { sectionOf } from './names.js';

/** Reads config files, with those that they extend, each once. */
export class ConfigLoader {
  private readonly known = new Map<string, readonly ConfigPart[] | undefined>();
  /** Configs with expressions that nobody could compile when they were read. */
  private unchecked: (() => readonly ConfigError[])[] = [];

  constructor(private readonly cwd: string) {}

  /**
   * What a config file comes to; undefined for a package.json that has no config.
   * @throws ConfigError
   */
  load(absolute: string): readonly ConfigPart[] | undefined {
    return this.parts(absolute, []);
  }

  /** Whether there are configs whose expressions are still to be checked. */
  get hasUnchecked(): boolean {
    return this.unchecked.length > 0;
  }

  /**
   * Checks them, now that the language of expressions is loaded. A config that is wrong is read anew when somebody asks.
   * @throws ConfigError
   */
  checkExpressions(): void {
    const errors = this.unchecked.flatMap((check) => check());
    this.unchecked = [];
    if (errors.length === 0) return;
    this.known.clear();
    throw joined(errors);
  }

  private parts(absolute: string, extending: readonly string[]): readonly ConfigPart[] | undefined {
    if (!this.known.has(absolute)) this.known.set(absolute, this.read(absolute, extending));
    return this.known.get(absolute);
  }

  private read(absolute: string, extending: readonly string[]): readonly ConfigPart[] | undefined {
    const section = sectionOf(absolute);
    const content = readFile(absolute);
    if ('unreadable' in content)
      throw new ConfigError([`${shownAs(absolute, this.cwd)}: the config file is not read: ${content.unreadable}`]);
    const text = 'text' in content ? content.text : '';
    if (section !== undefined && !text.includes(`"${section}"`)) return undefined;
    const reading = readConfig(text, section);
    const chain = [...extending, absolute];
    const errors = errorsOf(absolute, reading.problems, this.cwd);
    const bases = reading.bases.flatMap(({ text: name, path: at }) => {
      const preset = own(builtIn, name);
      if (preset !== undefined) return [{ preset }];
      return name.startsWith('podlint:') ? [] : attempt(() => this.extended(name, reading, at, chain), errors);
    });
    if (errors.length === 0) pushAll(errors, this.ruleErrors(absolute, reading, bases));
    if (errors.length > 0) throw joined(errors);
    const { config } = reading;
    return config && [...bases, { config, folder: path.dirname(absolute).replaceAll(path.sep, '/') }];
  }

  /** What is wrong with rules of the user's own, all at once: none before their language is loaded. */
  private ruleErrors(absolute: string, reading: ConfigReading, bases: readonly ConfigPart[]): readonly ConfigError[] {
    const inherited = bases.flatMap((part) => ('config' in part ? (part.config.customRules ?? []) : []));
    const errorsWith = (problems: readonly ConfigProblem[]): readonly ConfigError[] =>
      errorsOf(absolute, [...unknownRules(reading, inherited), ...problems], this.cwd);
    const problems = expressionProblems(reading);
    if (problems) return errorsWith(problems);
    this.unchecked.push(() => errorsWith(expressionProblems(reading) ?? []));
    return [];
  }

  private extended(
    name: string,
    reading: ConfigReading,
    at: readonly (string | number)[],
    chain: readonly string[],
  ): readonly ConfigPart[] {
    const absolute = path.resolve(path.dirname(chain.at(-1)!), name);
    const fail = (message: Parameters<ConfigReading['problemAt']>[1]): never => {
      throw problemsIn(chain.at(-1)!, [reading.problemAt(at, message)], this.cwd);
    };
    if (chain.includes(absolute))
      return fail(baseMistakes.circular({ files: this.named([...chain.slice(chain.indexOf(absolute)), absolute]) }));
    if (!existsSync(absolute)) return fail(baseMistakes.missing({ name }));
    return this.parts(absolute, chain) ?? fail(baseMistakes.empty({ name }));
  }

  private named(files: readonly string[]): string {
    return files.map((file) => `"${shownAs(file, this.cwd)}"`).join(', ');
  }
}

function errorsOf(absolute: string, problems: readonly ConfigProblem[], cwd: string): ConfigError[] {
  return problems.length > 0 ? [problemsIn(absolute, problems, cwd)] : [];
}
