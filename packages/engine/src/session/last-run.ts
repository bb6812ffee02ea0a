import type { KubernetesVersion } from '@podlint/model';
import {
  finished,
  runInSteps,
  type FoundByFile,
  type FoundInRun,
  type RunFile,
  type RunMemory,
} from '../pipeline/run.js';
import type { ActiveRule } from '../rule/run-rules.js';
import type { RunView } from '../rule/views.js';
import { collectionsThatDiffer } from './collections-that-differ.js';

type Known = Map<ActiveRule, Map<KubernetesVersion, readonly FoundInRun[]>>;

/** What the rules over the whole run are asked. */
export interface Asked {
  readonly files: readonly RunFile[];
  readonly versions: readonly KubernetesVersion[];
  readonly extent: RunView['extent'];
}

const nothing: Known = new Map();

/** What the rules over the whole run found last: one of them is asked again when it would see something else. */
export class LastRun {
  private files: readonly RunFile[] = [];
  private extent: RunView['extent'] | undefined;
  private known: Known = new Map();

  run(asked: Asked): FoundByFile {
    return finished(this.inSteps(asked));
  }

  /** The same, rule by rule; what was found counts once all of it is there. */
  *inSteps({ files, versions, extent }: Asked): Generator<void, FoundByFile> {
    const differing = extent === this.extent ? collectionsThatDiffer(files, this.files) : undefined;
    const memory = new RunAfterAnother(
      differing ? this.known : nothing,
      differing ?? new Set(),
      now(files, this.files),
    );
    const found = yield* runInSteps(files, versions, extent, memory);
    this.files = files;
    this.extent = extent;
    this.known = memory.known;
    return found;
  }
}

/** By the files of the last run, those that stand in their places. */
function now(files: readonly RunFile[], before: readonly RunFile[]): ReadonlyMap<RunFile, RunFile> {
  return new Map(files.flatMap((file, index) => (before[index] ? [[before[index], file]] : [])));
}

class RunAfterAnother implements RunMemory {
  readonly known: Known = new Map();

  constructor(
    private readonly before: Known,
    private readonly differing: ReadonlySet<string>,
    private readonly now: ReadonlyMap<RunFile, RunFile>,
  ) {}

  recall(active: ActiveRule, version: KubernetesVersion): readonly FoundInRun[] | undefined {
    const { collects } = active.rule;
    if (collects && this.differing.has(collects.name)) return undefined;
    return this.before
      .get(active)
      ?.get(version)
      ?.map(({ file, finding }) => ({ file: this.now.get(file) ?? file, finding }));
  }

  keep(active: ActiveRule, version: KubernetesVersion, found: readonly FoundInRun[]): void {
    const ofRule = this.known.get(active) ?? new Map<KubernetesVersion, readonly FoundInRun[]>();
    this.known.set(active, ofRule.set(version, found));
  }
}
