import path from 'node:path';
import {
  createExaminerWith,
  createLinterWith,
  isKustomizationName,
  keepDocuments,
  needsOf,
  type Linter,
  type LinterMeans,
  type ReportedFile,
  type SourceFile,
} from '@podlint/engine';
import { installLateChecks } from '@podlint/policy/late';
import { catalogue } from '@podlint/rules';
import { Configs, FileRoles } from '@podlint/workspace';
import type { Reader } from '../language/nodes.js';
import { loadSurroundings } from '../load-surroundings.js';
import { nameOf } from './file-name.js';
import type { Judge } from './judge.js';
import { Memory } from './memory.js';
import { RememberingExaminer } from './remembering-examiner.js';
import { ruleTable } from './rule-table.js';
import type { RulesOn } from './rules-on.js';
import type { Settings } from './settings.js';

/** What a run of ESLint judges files by. */
export interface Circumstances {
  readonly cwd: string;
  readonly settings: Settings;
  readonly rules: RulesOn;
}

/** The text of a file, and who has read it if somebody has. */
interface Code {
  readonly text: string;
  readonly read: Reader | undefined;
}

// ESLint waits for nobody: what few kinds need has to be there.
installLateChecks();

const workshops = new Memory<Workshop>();

/** What podlint has to say of a file. */
export function judge(absolute: string, code: Code, by: Circumstances): ReportedFile | undefined {
  const key = `${by.cwd}\n${by.settings.key}\n${by.rules.key}`;
  return workshops.get(key, () => new Workshop(by)).judge(absolute, code);
}

/** Judges the files that are under the same circumstances. */
class Workshop {
  private readonly configs: Configs;
  private readonly roles = new FileRoles();
  private readonly alone: Linter;
  private among: Judge | undefined;

  constructor(private readonly by: Circumstances) {
    this.configs = configsOf(by);
    this.alone = this.linterWith({});
  }

  judge(absolute: string, { text, read }: Code): ReportedFile | undefined {
    if (this.configs.isIgnored(absolute)) return undefined;
    const source = this.source(absolute, text);
    if (read) keepDocuments(source, read());
    if (this.isJudgedAmong(source, text)) return this.judgeAmong().judge(absolute, source);
    return this.alone.lint([source]).files[0];
  }

  private source(absolute: string, text: string): Extract<SourceFile, { readonly text: string }> {
    const path = nameOf(absolute, this.by.cwd);
    return { path, text, role: this.roles.of(absolute) };
  }

  /** A kustomization is built, and takes other files in; what defines custom resources judges others; objects of
   * other groups may be judged by a definition that is carried along. */
  private isJudgedAmong({ path: name }: SourceFile, text: string): boolean {
    const { context, crds } = this.by.settings;
    if (context.length > 0 || crds.length > 0 || isKustomizationName(name)) return true;
    const { definitions, foreignGroups } = needsOf(text);
    return definitions || foreignGroups.length > 0;
  }

  private judgeAmong(): Judge {
    const { cwd, settings } = this.by;
    return (this.among ??= loadSurroundings().judgeAmong({
      cwd,
      configs: this.configs,
      context: settings.context,
      crds: settings.crds,
      linterWith: (means) => this.linterWith(means),
      examinerWith: (customResources) => new RememberingExaminer(createExaminerWith(catalogue, {}, customResources)),
    }));
  }

  /** ESLint wants every fix and choice of what it is told. */
  private linterWith(means: LinterMeans): Linter {
    const settingsFor = (name: string): ReturnType<Configs['settingsFor']> =>
      this.configs.settingsFor(path.resolve(this.by.cwd, name));
    return createLinterWith(catalogue, { settingsFor }, { details: 'with choices', ...means });
  }
}

/** The settings of every file: podlint's own config if it is asked for, ESLint's over it. */
function configsOf({ cwd, settings, rules }: Circumstances): Configs {
  const { file, config, preset } = settings;
  const { kubernetesVersion, staticPods, ignoreAnnotations, ...others } = config;
  return new Configs({
    cwd,
    file,
    over: {
      ...others,
      ...(kubernetesVersion !== undefined && { kubernetesVersions: [kubernetesVersion].flat() }),
      ...(staticPods !== undefined && { staticPods: [staticPods].flat() }),
      ...(ignoreAnnotations !== undefined && { ignoreAnnotations: [ignoreAnnotations].flat() }),
      preset: preset ?? (file === false ? 'none' : undefined),
      rules: ruleTable(rules.byId, settings),
      // ESLint has no level for infos.
      level: 'warning',
    },
  });
}
