import { defaultVersion, toolVersion, type KubernetesVersion } from '@podlint/model';
import type { PartSize } from '@podlint/syntax';
import { report, reportedFile } from './assemble.js';
import { compareText } from './compare-text.js';
import { explain, type ExplainSettings, type Explanation } from './explain.js';
import { inspect, type InspectedFile } from './inspect.js';
import { jointVersions } from './joint-versions.js';
import { withPatchesMarked } from './kustomize.js';
import { overrideLayers, settingsInLayers, type Override, type SettingsFor } from './layers.js';
import { adjustableCodes, adjustLevels } from './levels.js';
import { addRunFindings, lintVersions } from './lint.js';
import { gatherPlaceholders } from './placeholders/gather.js';
import type { Report, ReportedFile, SourceFile } from './report.js';
import type { Rule } from './rule/rule.js';
import { checkRun, type RunFile } from './run/check-run.js';
import type { RunFinding } from './run/run-finding.js';
import type { RuleSet } from './rule/run-rules.js';
import { RuleSets, type FileSettings } from './settings.js';
import { suppressionRules } from './suppressions/rules.js';
import { Suppressor } from './suppressions/suppressor.js';
import { checkUpdate, type UpdateReport } from './update.js';
import { TextStream } from './text-stream.js';
import { versionNamed } from './versions.js';

export interface LinterOptions extends FileSettings {
  /** Other settings of rules for files whose path fits a glob; later ones win. */
  readonly overrides?: readonly Override[];
  /** The settings of each file, in place of all that is said here about settings. */
  readonly settingsFor?: SettingsFor;
  /** Whether comments and annotations in the files can suppress findings; default: they can. */
  readonly inlineConfig?: boolean;
}

export interface Linter {
  /**
   * Judges all files together; pure, and may be called again and again.
   * @param context other files of the same run: rules over the whole run see them, and nothing is reported of them
   */
  lint(files: readonly SourceFile[], context?: readonly SourceFile[]): Report;
  /**
   * Judges a text of any length that comes in pieces, in parts: rules that compare objects see one part at a time, and
   * never take it for all there is.
   */
  stream(path: string, size?: PartSize): TextStream;
  /**
   * Would the server take the objects of `newText` in the place of those of `oldText`? For the last of the versions
   * asked for.
   */
  update(oldText: string, newText: string): UpdateReport;
  /** What would really run, for each object of a kind that podlint judges. For the last of the versions asked for. */
  explain(files: readonly SourceFile[]): Explanation[];
}

export const tool = { name: 'podlint', version: toolVersion } as const;

/**
 * A linter that knows the rules of a catalogue.
 * @throws UnknownVersionError, UnknownRuleError
 */
export function createLinterWith(catalogue: readonly Rule[], options: LinterOptions = {}): Linter {
  const run = new Run(catalogue, options);
  const newest = run.versions.at(-1)!;
  return {
    lint: (files, context) => run.lint(files, context),
    stream: (path, size) => run.stream(path, size),
    update: (oldText, newText) => checkUpdate(oldText, newText, newest),
    explain: (files) => explain(files, (path) => run.explainSettings(path)),
  };
}

/** What a file is judged by. */
export interface Circumstances {
  readonly settings: FileSettings;
  readonly rules: RuleSet;
  readonly versions: readonly KubernetesVersion[];
}

/** A file as it is known before the run is. */
interface ExaminedFile extends RunFile, Circumstances {
  readonly file: InspectedFile;
}

/** What is the same for every call of a linter. */
export class Run {
  /** For files about which nothing else is said. */
  readonly versions: readonly KubernetesVersion[];
  private readonly ruleSets: RuleSets;
  private readonly settingsFor: SettingsFor;
  private readonly suppressor: Suppressor | undefined;

  constructor(catalogue: readonly Rule[], options: LinterOptions) {
    const rules = [...catalogue, ...suppressionRules];
    this.versions = versionsOf(options, [defaultVersion]);
    this.ruleSets = new RuleSets(rules, adjustableCodes);
    this.settingsFor = options.settingsFor ?? settingsInLayers(options, overrideLayers(options.overrides ?? []));
    if (!options.settingsFor)
      for (const { rules: table } of [options, ...(options.overrides ?? [])]) this.ruleSets.for({ rules: table });
    if (options.inlineConfig !== false) this.suppressor = new Suppressor(rules);
  }

  lint(files: readonly SourceFile[], context: readonly SourceFile[] = []): Report {
    const paths = new Set(files.map(({ path }) => path));
    const examined = this.sorted(withPatchesMarked([...files, ...context.filter(({ path }) => !paths.has(path))])).map(
      (file) => this.examine(file),
    );
    const concerned = examined.filter(({ file }) => paths.has(file.path));
    const versions = this.versionsOf(concerned.length > 0 ? concerned : examined);
    const found = checkRun(examined, versions);
    return report(
      tool,
      versions.map(({ name }) => name),
      concerned.map((file) => this.conclude(file, found.get(file)!)),
    );
  }

  /** In the order of the report. */
  sorted(files: readonly SourceFile[]): readonly SourceFile[] {
    return [...files].sort((a, b) => compareText(a.path, b.path));
  }

  /** All that can be said of a file by itself. */
  examine(source: SourceFile): ExaminedFile {
    const circumstances = this.circumstancesOf(source.path);
    const file = inspect(source, circumstances.versions);
    return { file, ...circumstances, members: lintVersions(file, circumstances) };
  }

  circumstancesOf(path: string): Circumstances {
    return this.circumstancesWith(this.settingsFor(path));
  }

  private circumstancesWith(settings: FileSettings): Circumstances {
    return { settings, rules: this.ruleSets.for(settings), versions: versionsOf(settings, this.versions) };
  }

  /** With what the run has to say of it, and the user's word on what was found. */
  conclude({ file, settings, rules }: Omit<ExaminedFile, 'members'>, found: readonly RunFinding[]): ReportedFile {
    addRunFindings(file, found);
    gatherPlaceholders(file);
    adjustLevels(file, settings.rules);
    this.suppressor?.apply(file, rules, settings);
    return reportedFile(file);
  }

  /** Those that the files are judged for. */
  versionsOf(files: readonly Circumstances[]): readonly KubernetesVersion[] {
    if (files.length === 0) return this.versions;
    return jointVersions(files.map(({ versions }) => versions.map(({ name }) => name))).map(versionNamed);
  }

  stream(path: string, size?: PartSize): TextStream {
    // No part holds all there is.
    const circumstances = this.circumstancesWith({ ...this.settingsFor(path), complete: false });
    return new TextStream({ tool, path, ...circumstances, suppressor: this.suppressor }, size);
  }

  /** An explanation is for one version: the last of those asked for. */
  explainSettings(path: string): ExplainSettings {
    const settings = this.settingsFor(path);
    return { version: versionsOf(settings, this.versions).at(-1)!, startupTime: settings.startupTime };
  }
}

function versionsOf(
  { kubernetesVersions = [] }: FileSettings,
  otherwise: readonly KubernetesVersion[],
): readonly KubernetesVersion[] {
  return kubernetesVersions.length === 0 ? otherwise : kubernetesVersions.map(versionNamed);
}
