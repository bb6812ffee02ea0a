import {
  definitionsIn,
  isKustomizationName,
  needsOf,
  type Linter,
  type LinterMeans,
  type Report,
  type ReportedFile,
  type SourceFile,
} from '@podlint/engine';
import { carriedNow } from '@podlint/crds/now';
import { createBuilds } from '@podlint/engine/builds';
import { definedResources } from '@podlint/policy';
import { DiskTree, type Configs, sourcesNow } from '@podlint/workspace';
import { nameOf } from './analysis/file-name.js';
import type { Judge } from './analysis/judge.js';
import { RememberingExaminer } from './analysis/remembering-examiner.js';

interface Surroundings {
  readonly cwd: string;
  readonly configs: Configs;
  /** Files, folders and globs. */
  readonly context: readonly string[];
  readonly crds: readonly string[];
  readonly linterWith: (means: LinterMeans) => Linter;
  readonly examinerWith: (customResources: LinterMeans['customResources']) => RememberingExaminer;
}

/** Judges files as `podlint` does that is given them together with others. */
export function judgeAmong(surroundings: Surroundings): Judge {
  return new JudgeAmong(surroundings);
}

class JudgeAmong implements Judge {
  private readonly context: ReadonlyMap<string, SourceFile>;
  private readonly crds: readonly object[];
  private readonly linters = new Map<string, Linter>();
  private readonly carried = new Map<string, readonly object[]>();
  private report: Report | undefined;

  constructor(private readonly by: Surroundings) {
    const { cwd, context, crds, configs } = by;
    const isIgnored = (absolute: string): boolean => configs.isIgnored(absolute);
    this.context = new Map(sourcesNow(context, { cwd, isIgnored }).map((file) => [file.path, file]));
    this.crds = sourcesNow(crds, { cwd }).flatMap(definitionsIn);
  }

  judge(absolute: string, source: SourceFile): ReportedFile | undefined {
    const onDisk = this.context.get(source.path);
    const { files } = onDisk && isSame(onDisk, source) ? this.whole : this.among(source);
    return files.find((file) => file.path === nameOf(absolute, this.by.cwd));
  }

  /** What is found in the files of the context as they are on disk: in most runs of ESLint all that is asked for. */
  private get whole(): Report {
    const files = [...this.context.values()];
    return (this.report ??= this.linterFor(files).lint(files));
  }

  private among(source: SourceFile): Report {
    const others = [...this.context.values()].filter((file) => file.path !== source.path);
    return this.linterFor([source, ...others]).lint([source], others);
  }

  private linterFor(files: readonly SourceFile[]): Linter {
    const definitions = [...files.flatMap(definitionsIn), ...this.crds];
    const isBuilt = files.some((file) => isKustomizationName(file.path));
    const groups = this.carriedGroups(files);
    const key = JSON.stringify([definitions, groups, isBuilt]);
    let linter = this.linters.get(key);
    if (!linter) {
      const carried = groups.flatMap((group) => this.carriedOf(group));
      this.linters.set(key, (linter = this.linter([...definitions, ...carried], key, isBuilt)));
    }
    return linter;
  }

  /** The groups of well-known operators that the files name. */
  private carriedGroups(files: readonly SourceFile[]): string[] {
    const named = files.flatMap((file) => ('text' in file ? needsOf(file.text).foreignGroups : []));
    return [...new Set(named)].filter((group) => this.carriedOf(group).length > 0).sort();
  }

  private carriedOf(group: string): readonly object[] {
    let definitions = this.carried.get(group);
    if (!definitions) this.carried.set(group, (definitions = carriedNow(group)));
    return definitions;
  }

  private linter(definitions: readonly object[], name: string, isBuilt: boolean): Linter {
    const customResources = definitions.length === 0 ? undefined : { ...definedResources(definitions), name };
    return this.by.linterWith({
      customResources,
      examiner: this.by.examinerWith(customResources),
      ...(isBuilt && { builds: createBuilds(new DiskTree(this.by.cwd)) }),
    });
  }
}

function isSame(one: SourceFile, other: SourceFile): boolean {
  return 'text' in one && 'text' in other && one.text === other.text;
}
