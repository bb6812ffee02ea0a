import type { FileSettings } from '@podlint/engine';
import { partsOf, settingsFrom } from '@podlint/engine/config';
import type { ConfigFiles, ConfigProblems, Disk, NamedInConfigs } from './platform.js';
import { defaultSettings, overOf, type Settings } from './settings.js';

/** A workspace folder, or with an empty path what is in none. */
interface Folder {
  readonly path: string;
  settings: Settings;
  configs: ConfigFiles;
}

/** The folders of the workspace, and what their settings and config files say of each file. */
export class Folders {
  private folders: readonly Folder[];
  /**
   * Equal settings are one object, so that files under a config file that was saved without a change are not judged
   * anew.
   */
  private readonly known = new Map<string, FileSettings>();
  private problems = new Map<string, ConfigProblems>();

  constructor(private readonly disk: Disk | undefined) {
    this.folders = [this.folder('', defaultSettings)];
  }

  get paths(): readonly string[] {
    return this.folders.flatMap(({ path }) => (path === '' ? [] : [path]));
  }

  /** @param settings those of each folder, and of what is in none under the empty path */
  replace(settings: ReadonlyMap<string, Settings>): void {
    const paths = [...new Set(['', ...settings.keys()])].sort((a, b) => b.length - a.length);
    this.folders = paths.map((path) => this.folder(path, settings.get(path) ?? defaultSettings));
    this.problems.clear();
  }

  /** Config files may say something else now. */
  reload(): void {
    this.replace(new Map(this.folders.map(({ path, settings }) => [path, settings])));
  }

  settingsFor(file: string): FileSettings {
    const { configs } = this.of(file);
    const settings = configs.settingsFor(file);
    if (!('problems' in settings)) return this.same(settings);
    this.problems.set(settings.text, settings);
    return this.same(overOf(this.of(file).settings));
  }

  clientSettingsFor(file: string): Settings {
    return this.of(file).settings;
  }

  isIgnored(file: string): boolean {
    return this.of(file).configs.isIgnored(file);
  }

  /** Whether the kustomizations of a folder are built. */
  kustomizeOf(file: string): 'on' | 'off' {
    return this.of(file).configs.kustomize;
  }

  /** What is in the files that the configs of folders name. */
  named(): NamedInConfigs {
    const all = this.folders.filter(({ path }) => path !== '').map(({ configs }) => configs.named());
    return {
      definitions: all.flatMap(({ definitions }) => definitions),
      policies: all.flatMap(({ policies }) => policies),
      plugins: [...new Set(all.flatMap(({ plugins }) => plugins))],
    };
  }

  /** What is wrong with the config files that were asked for since they were read. */
  get configProblems(): readonly ConfigProblems[] {
    return [...this.problems.values()];
  }

  private folder(path: string, settings: Settings): Folder {
    const configs = this.disk ? this.disk.configs(path === '' ? '/' : path, settings) : configsWithoutDisk(settings);
    return { path, settings, configs };
  }

  /** The innermost folder. */
  private of(file: string): Folder {
    return this.folders.find(({ path }) => path === '' || file.startsWith(path.endsWith('/') ? path : `${path}/`))!;
  }

  private same(settings: FileSettings): FileSettings {
    const key = JSON.stringify(settings);
    const known = this.known.get(key);
    if (known) return known;
    this.known.set(key, settings);
    return settings;
  }
}

function configsWithoutDisk(settings: Settings): ConfigFiles {
  const settingsFor = settingsFrom(partsOf(overOf(settings), '/'));
  return {
    settingsFor,
    isIgnored: () => false,
    named: () => ({ definitions: [], policies: [], plugins: [] }),
    kustomize: 'on',
  };
}
