import { createExaminerWith, type Examiner, type LinterOptions, type SourceFile } from '@podlint/engine';
import { toolVersion } from '@podlint/model';
import { catalogue } from '@podlint/rules';
import { type CacheStore, CachedReader, type LoadOptions, type LoadedFile, digest } from '@podlint/workspace';
import type { LoadedResources } from '@podlint/workspace/known-objects';
import { scriptsOfBundle } from '../tool-files.js';
import type { Console } from '../command-line/console.js';
import { CachedExaminer } from './cached-examiner.js';
import { KeptAnswer } from './kept-answer.js';
import { type CachePlace, openCache } from './open-cache.js';
import { RememberingExaminer } from './remembering-examiner.js';
import { WorkerExaminer } from './worker-examiner.js';

/** How files are examined, and what is kept of it. */
export interface WorkshopOptions {
  /** Undefined: nothing is kept. */
  readonly cache?: CachePlace;
  /** Threads; undefined: one. */
  readonly jobs?: number;
  /** Files are looked at again after some of them were changed. Undefined: once. */
  readonly fix?: object | undefined;
}

interface ExaminerOptions extends Pick<LinterOptions, 'kubernetesVersions'> {
  readonly customResources?: LoadedResources | undefined;
}

/** The means to examine many files: a cache, threads. They are let go at the end of a run. */
export class Workshop {
  private readonly store: CacheStore | undefined;
  private workers: WorkerExaminer | undefined;

  constructor(
    private readonly options: WorkshopOptions,
    { cwd, environment }: Pick<Console, 'cwd' | 'environment'>,
  ) {
    this.store = options.cache && openCache(options.cache, cwd, environment['PODLINT_CACHE_KEY'] || undefined);
  }

  /** What the user may not expect of the cache. */
  get notice(): string | undefined {
    return this.store?.isOfOthers === true
      ? 'the results in the cache were kept with another key, so none of them is used: docs/cache.md says how to share it'
      : undefined;
  }

  get isKeeping(): boolean {
    return this.store !== undefined;
  }

  /**
   * The answer to a run that is asked this, where answers are kept.
   * @param question all that the answer depends on, beside the tool and what the disk says on the way
   */
  answerTo(question: readonly string[]): KeptAnswer | undefined {
    return this.store && new KeptAnswer(this.store, digest(nameOfTool(), ...question));
  }

  /** Reads files; undefined: as they are read where nothing is kept. */
  get read(): LoadOptions['read'] {
    const reader = this.store && new CachedReader(this.store);
    return reader && ((absolute) => reader.read(absolute));
  }

  /** Undefined: files are examined here and now. */
  examiner(options: ExaminerOptions, files: readonly LoadedFile[]): Examiner | undefined {
    const jobs = Math.min(this.options.jobs ?? 1, files.length);
    if (!this.store && jobs <= 1 && !this.options.fix) return undefined;
    const { kubernetesVersions, customResources } = options;
    if (jobs > 1) this.workers = new WorkerExaminer(jobs, { kubernetesVersions }, customResources?.known);
    const examiner = this.keeping(
      this.workers ?? createExaminerWith(catalogue, options, customResources),
      options,
      files,
    );
    return this.options.fix ? new RememberingExaminer(examiner) : examiner;
  }

  private keeping(
    examiner: Examiner,
    { kubernetesVersions, customResources }: ExaminerOptions,
    files: readonly LoadedFile[],
  ): Examiner {
    if (!this.store) return examiner;
    const tool = digest(nameOfTool(), JSON.stringify(kubernetesVersions ?? []), customResources?.name ?? '');
    return new CachedExaminer(examiner, { store: this.store, tool, textName: namesOf(files) });
  }

  /** Returns why nothing could be kept. */
  close(): string | undefined {
    this.workers?.close();
    return this.store?.close();
  }
}

/** The names of texts as they were read; a text that was changed since is another object. */
function namesOf(files: readonly LoadedFile[]): (source: SourceFile) => string | undefined {
  const names = new Map(files.map(({ source, textName }) => [source, textName]));
  return (source) => names.get(source);
}

const thisProcess = `${process.pid} ${Date.now()}`;

let toolName: string | undefined;

/**
 * Where the tool is spread over many folders, as while it is being written, nothing is taken over from another process.
 */
function nameOfTool(): string {
  return (toolName ??= digest('tool', toolVersion, process.version, ...(scriptsOfBundle() ?? [thisProcess])));
}
