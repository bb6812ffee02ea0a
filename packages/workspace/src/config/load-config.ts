import path from 'node:path';
import { statSync } from 'node:fs';
import {
  baseMistakes,
  builtIn,
  expressionProblems,
  readConfig,
  unknownRules,
  type Config,
  type ConfigPart,
  type ConfigProblem,
  type ConfigReading,
} from '@podlint/engine/config';
import { own, pushAll } from '@podlint/plain';
import { Bounds } from '../bounds.js';
import { readFile } from '../read.js';
import { reasons } from '../reasons.js';
import { statsAt } from '../stats.js';
import { attempt, ConfigError, joined, problemsIn, shownAs } from './config-error.js';
import { extendedFile, isConfigFile } from './extended-file.js';
import { pathsNamedBy } from './named-paths.js';
import { sectionOf } from './names.js';

/** Bytes: no config that a person writes is as long, and a longer one would be read for minutes. */
const sizeLimit = 1024 * 1024;
/** So many files may extend one another in a row. */
const depthLimit = 32;

type Fail = (message: Parameters<ConfigReading['problemAt']>[1]) => never;

/** Reads config files, with those that they extend, each once. */
export class ConfigLoader {
  private readonly known = new Map<string, readonly ConfigPart[] | undefined>();
  private readonly presets = new Map<string, ConfigPart>();
  private readonly bounds: Bounds;
  /** Configs with expressions that nobody could compile when they were read. */
  private unchecked: (() => readonly ConfigError[])[] = [];

  constructor(private readonly cwd: string) {
    this.bounds = new Bounds(cwd);
  }

  /**
   * What a config file comes to that the user names; undefined for a package.json that has no config.
   * @throws ConfigError
   */
  load(absolute: string): readonly ConfigPart[] | undefined {
    return this.parts(absolute, []);
  }

  /**
   * The same for one that was found in the tree, which may be anybody's.
   * @throws ConfigError
   */
  loadFound(absolute: string): readonly ConfigPart[] | undefined {
    if (!this.bounds.holds(absolute, absolute))
      throw new ConfigError([
        `${shownAs(absolute, this.cwd)}: the config file is a link that leads out of "${this.bounds.of(absolute)}", so it is not read: put the file itself there, or name it with --config`,
      ]);
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
    const text = this.textOf(absolute);
    if (section !== undefined && !text.includes(`"${section}"`)) return undefined;
    const reading = readConfig(text, section);
    const chain = [...extending, absolute];
    const errors = errorsOf(absolute, reading.problems, this.cwd);
    const bases = reading.bases.flatMap(({ text: name, path: at }) => {
      const preset = this.preset(name);
      if (preset) return [preset];
      return name.startsWith('podlint:') ? [] : attempt(() => this.extended(name, reading, at, chain), errors);
    });
    if (errors.length === 0) pushAll(errors, this.ruleErrors(absolute, reading, bases));
    const { config } = reading;
    if (config) pushAll(errors, this.pathsRefused(config, reading, absolute));
    if (errors.length > 0) throw joined(errors);
    return config && lastOfEach([...bases, { config, folder: path.dirname(absolute).replaceAll(path.sep, '/') }]);
  }

  private textOf(absolute: string): string {
    const reason = whyNotRead(absolute);
    const content = reason === undefined ? readFile(absolute) : { unreadable: reason };
    if ('unreadable' in content)
      throw new ConfigError([`${shownAs(absolute, this.cwd)}: the config file is not read: ${content.unreadable}`]);
    return 'text' in content ? content.text : '';
  }

  /** One object for a preset, however many files extend it. */
  private preset(name: string): ConfigPart | undefined {
    const preset = own(builtIn, name);
    if (preset === undefined) return undefined;
    const part = this.presets.get(name) ?? { preset };
    this.presets.set(name, part);
    return part;
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
    const from = chain.at(-1)!;
    const fail: Fail = (message) => {
      throw problemsIn(from, [reading.problemAt(at, message)], this.cwd);
    };
    const absolute = extendedFile(name, from) ?? fail(baseMistakes.missing({ name }));
    if (chain.includes(absolute))
      fail(baseMistakes.circular({ files: this.named([...chain.slice(chain.indexOf(absolute)), absolute]) }));
    if (!isConfigFile(absolute)) fail(baseMistakes['other-file']({ name }));
    if (!this.bounds.holds(absolute, from)) fail(baseMistakes.outside({ name, root: this.bounds.of(from) ?? '' }));
    if (chain.length >= depthLimit) fail(baseMistakes['too-deep']({ limit: depthLimit }));
    return this.parts(absolute, chain) ?? fail(baseMistakes.empty({ name }));
  }

  /** A report is written to where a config says, over what is there; a pipe would be waited for. */
  private pathsRefused(config: Config, reading: ConfigReading, absolute: string): ConfigError[] {
    const root = this.bounds.of(absolute) ?? '';
    return pathsNamedBy(config).flatMap(({ name, at }) => {
      const file = path.resolve(path.dirname(absolute), name);
      const mistake = !this.bounds.holds(file, absolute)
        ? baseMistakes['path-outside']({ name, root })
        : isPipe(file) && baseMistakes['path-pipe']({ name });
      return mistake ? [problemsIn(absolute, [reading.problemAt(at, mistake)], this.cwd)] : [];
    });
  }

  private named(files: readonly string[]): string {
    return files.map((file) => `"${shownAs(file, this.cwd)}"`).join(', ');
  }
}

/** Before it is opened: to open a pipe waits until somebody writes into it. */
function whyNotRead(absolute: string): string | undefined {
  const stats = statSync(absolute, { throwIfNoEntry: false });
  if (!stats) return reasons.gone;
  if (!stats.isFile()) return reasons.notRegular;
  return stats.size > sizeLimit ? 'larger than 1 MB, the most that a config can have' : undefined;
}

function isPipe(file: string): boolean {
  const stats = statsAt(file);
  return stats !== undefined && !stats.isFile() && !stats.isDirectory();
}

/**
 * The parts without those that come again later: a later one says all of it once more. So a file that two bases extend
 * counts once, and a hundred files that extend one another in pairs are a hundred parts.
 */
function lastOfEach(parts: readonly ConfigPart[]): readonly ConfigPart[] {
  return [...new Set(parts.toReversed())].toReversed();
}

function errorsOf(absolute: string, problems: readonly ConfigProblem[], cwd: string): ConfigError[] {
  return problems.length > 0 ? [problemsIn(absolute, problems, cwd)] : [];
}
