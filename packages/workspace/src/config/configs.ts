import { existsSync } from 'node:fs';
import path from 'node:path';
import type { FileSettings, SettingsFor } from '@podlint/engine';
import {
  ignoresIn,
  partsOf,
  pathFrom,
  runSettingsFrom,
  settingsFrom,
  type ConfigPart,
  type RunSettings,
} from '@podlint/engine/config';
import { BuiltImages } from '../built-images.js';
import { ignoreRules } from '../gitignore.js';
import type { LoadedFile, LongFile } from '../load.js';
import { attempt, ConfigError, joined, shownAs } from './config-error.js';
import { ConfigLoader } from './load-config.js';
import { configNames, packageFile } from './names.js';

export interface ConfigOptions {
  /** What messages and a relative `file` are relative to. */
  readonly cwd: string;
  /** One config for every file, in place of those that are found; `false`: none at all. */
  readonly file?: string | false | undefined;
  /** What holds where no config says something else. */
  readonly under?: Parameters<typeof partsOf>[0];
  /** What goes over every config; its globs are relative to `cwd`. */
  readonly over?: Parameters<typeof partsOf>[0];
}

/** A config as it holds for files. */
interface Configuration {
  readonly settingsFor: SettingsFor;
  readonly isIgnored: (absolute: string) => boolean;
  readonly run: RunSettings;
}

/**
 * The config of every file: of the nearest folder, from its own one up to the top of the file system, that has one.
 * One config never adds to another unless it extends it. Methods throw ConfigError.
 */
export class Configs {
  private readonly loader: ConfigLoader;
  private readonly ofFolders = new Map<string, Configuration>();
  private readonly ofParts = new Map<readonly ConfigPart[], Configuration>();
  private readonly forAll: Configuration | undefined;
  private readonly builtImages: BuiltImages;
  private wrongForAll: ConfigError | undefined;

  constructor(private readonly options: ConfigOptions) {
    const { cwd, file } = options;
    this.loader = new ConfigLoader(cwd);
    this.builtImages = new BuiltImages(cwd);
    if (file === false) this.forAll = this.configuration([]);
    else if (file !== undefined) this.forAll = this.named(file);
  }

  settingsFor(absolute: string): FileSettings {
    return this.builtImages.addedTo(this.of(absolute).settingsFor(slashed(absolute)), absolute);
  }

  /**
   * The settings of loaded files, by their names in the report. Every config is read now, so that a wrong one is found
   * before anything is judged.
   */
  settingsOf(files: readonly Pick<LoadedFile | LongFile, 'source' | 'absolute'>[]): SettingsFor {
    const errors: ConfigError[] = [];
    const settings = new Map(
      files.flatMap(({ source, absolute }) =>
        attempt(
          () => [[source.path, this.settingsFor(absolute ?? path.resolve(this.options.cwd, source.path))] as const],
          errors,
        ),
      ),
    );
    if (errors.length > 0) throw joined(errors);
    return (name) => settings.get(name) ?? {};
  }

  /** Whether configs that were read have expressions that wait for their language to be loaded. */
  get hasUncheckedExpressions(): boolean {
    return this.loader.hasUnchecked;
  }

  /** Checks them; of a config that is wrong the same is said whenever its settings are asked for. */
  checkExpressions(): void {
    try {
      this.loader.checkExpressions();
    } catch (error) {
      this.ofFolders.clear();
      if (this.forAll && error instanceof ConfigError) this.wrongForAll = error;
      throw error;
    }
  }

  /**
   * Whether `ignore` of the file's config leaves it out. A config that is wrong leaves nothing out: whoever asks for the
   * settings of the files is told of all that are wrong at once.
   */
  isIgnored(absolute: string): boolean {
    return attempt(() => [this.of(absolute)], [])[0]?.isIgnored(absolute) ?? false;
  }

  /** What is said of the run and not of a file: by the config that is named, or that of the working directory. */
  get run(): RunSettings {
    return (this.forAll ?? this.ofFolder(this.options.cwd)).run;
  }

  private of(absolute: string): Configuration {
    if (this.wrongForAll) throw this.wrongForAll;
    return this.forAll ?? this.ofFolder(path.dirname(absolute));
  }

  private named(file: string): Configuration {
    const absolute = path.resolve(this.options.cwd, file);
    if (!existsSync(absolute)) throw new ConfigError([`no such config file: "${file}"`]);
    const parts = this.loader.load(absolute);
    if (!parts) throw new ConfigError([`no config of podlint in "${file}"`]);
    return this.configuration(parts);
  }

  private ofFolder(folder: string): Configuration {
    let configuration = this.ofFolders.get(folder);
    if (!configuration) this.ofFolders.set(folder, (configuration = this.find(folder)));
    return configuration;
  }

  private find(folder: string): Configuration {
    const parts = this.partsIn(folder);
    if (parts) return this.configuration(parts);
    const parent = path.dirname(folder);
    return parent === folder ? this.configuration([]) : this.ofFolder(parent);
  }

  private partsIn(folder: string): readonly ConfigPart[] | undefined {
    const present = [...configNames, packageFile]
      .map((name) => path.join(folder, name))
      .filter((file) => existsSync(file));
    const found = present.flatMap((file) => {
      const parts = this.loader.loadFound(file);
      return parts ? [{ file, parts }] : [];
    });
    const [first, second] = found;
    if (first && second)
      throw new ConfigError([
        `${shownAs(second.file, this.options.cwd)}: "${path.basename(first.file)}" in the same folder is a config file too, and only one of them can count: keep one`,
      ]);
    return first?.parts;
  }

  private configuration(parts: readonly ConfigPart[]): Configuration {
    const { cwd, under = {}, over = {} } = this.options;
    let configuration = this.ofParts.get(parts);
    if (!configuration)
      this.ofParts.set(
        parts,
        (configuration = {
          settingsFor: settingsFrom([...partsOf(under, slashed(cwd)), ...parts, ...partsOf(over, slashed(cwd))]),
          isIgnored: ignoredBy(parts),
          run: runSettingsFrom(parts),
        }),
      );
    return configuration;
  }
}

/** The patterns of a file go over those of the files that it extends. */
function ignoredBy(parts: readonly ConfigPart[]): (absolute: string) => boolean {
  const chain = ignoresIn(parts)
    .map(({ folder, patterns }) => ignoreRules(folder, patterns))
    .reverse();
  return (absolute) => {
    const verdicts = chain.map(({ folder, rules }) => rules.test(pathFrom(folder, slashed(absolute))));
    return verdicts.find(({ ignored, unignored }) => ignored || unignored)?.ignored ?? false;
  };
}

function slashed(absolute: string): string {
  return absolute.replaceAll(path.sep, '/');
}
