import { pushAll } from '@podlint/plain';
import type { KustomizeBuilds, RunBuilds } from '../builds/hook.js';
import { withRolesMarked } from '../documents/file-roles.js';
import type { SourceFile } from '../documents/source-file.js';
import { noteFault } from '../findings/fault.js';
import type { Details } from '../pipeline/compact.js';
import { conclude } from '../pipeline/conclude.js';
import type { ExaminedFile } from '../pipeline/examined.js';
import { builtFiles, type FileInBuilds } from '../pipeline/built-files.js';
import { runRules, type RunFile } from '../pipeline/run.js';

import { report, wholeFile } from '../report/assemble.js';
import type { Report, ReportedDocument, ReportedFile } from '../report/report.js';
import { collectionsFor, type Circumstances, type FileCircumstances } from '../settings/circumstances.js';
import type { Examiner } from './examiner.js';
import { FilesAgain, type SourceToRead } from './files-again.js';
import { inOrder } from './in-order.js';
import { documentsOfMade, MadeDocuments } from './made-documents.js';
import { tool } from './tool.js';

/** So many files are examined in one turn: some tens of milliseconds. */
const usualTurn = 64;
/** Why a file is not judged that a run did not come to. */
const notReached = 'the run was interrupted before it came to this file';

interface FileOfRun extends RunFile {
  readonly file: ExaminedFile;
  readonly by: Circumstances;
}

/** What a run is about, before anything is examined. */
interface Plan {
  /** The paths of what is reported of. */
  readonly wanted: ReadonlySet<string>;
  readonly builds: RunBuilds | undefined;
  readonly own: readonly SourceToRead[];
  readonly made: readonly SourceToRead[];
  readonly documents: MadeDocuments;
  /** What is to be examined: with the objects that builds make. */
  readonly sources: readonly SourceToRead[];
  /** What the rules over the whole run want to know, of any of the sources. */
  readonly collecting: readonly string[];
  readonly again: FilesAgain;
}

/** The three steps, over files that are all at hand. */
export class LintRun {
  constructor(
    private readonly circumstances: FileCircumstances,
    private readonly examiner: Examiner,
    private readonly details: Details,
    private readonly builds: KustomizeBuilds | undefined,
  ) {}

  lint(files: readonly SourceFile[], context: readonly SourceFile[] = []): Report {
    const lint = (builds: KustomizeBuilds | undefined): Report => {
      const plan = this.plan(builds, files, context);
      return this.conclude(plan, this.examine(plan, plan.sources));
    };
    if (!this.builds) return lint(undefined);
    try {
      return lint(this.builds);
    } catch (error) {
      // What fails on a kustomization costs its builds, and no file.
      noteFault(error);
      return lint(undefined);
    }
  }

  async lintInTurns(
    files: readonly SourceFile[],
    goesOn: () => Promise<boolean>,
    context: readonly SourceFile[] = [],
  ): Promise<Report> {
    const lint = async (builds: KustomizeBuilds | undefined): Promise<Report> => {
      const plan = this.plan(builds, files, context);
      return this.conclude(plan, await this.examineInTurns(plan, goesOn));
    };
    if (!this.builds) return lint(undefined);
    try {
      return await lint(this.builds);
    } catch (error) {
      noteFault(error);
      return lint(undefined);
    }
  }

  private plan(
    kustomize: KustomizeBuilds | undefined,
    files: readonly SourceFile[],
    context: readonly SourceFile[],
  ): Plan {
    const wanted = new Set(files.map(({ path }) => path));
    const given = [...files, ...context.filter(({ path }) => !wanted.has(path))];
    const marked = inOrder(withRolesMarked(given));
    const builds = kustomize?.of(marked);
    const own = (builds?.sources ?? marked).map((source) => ({ source, by: this.circumstances.of(source.path) }));
    const made = (builds?.made ?? []).map(({ source, kustomization }) => ({
      source,
      by: this.circumstances.of(kustomization),
      documents: documentsOfMade('text' in source ? source.text : ''),
    }));
    const documents = new MadeDocuments(made);
    const sources = [...own, ...documents.sources];
    const all = [...own, ...made];
    const collecting = collectionsFor(all.map(({ by }) => by));
    return { wanted, builds, own, made, documents, sources, collecting, again: new FilesAgain(all) };
  }

  /** In the order of the sources, which are some of the plan's. */
  private examine({ collecting }: Plan, sources: readonly SourceToRead[]): readonly ExaminedFile[] {
    const files = sources.map(({ source, by: { settings } }) => ({ source, settings }));
    return this.examiner.examine({ files, collecting, details: this.details });
  }

  private async examineInTurns(plan: Plan, goesOn: () => Promise<boolean>): Promise<readonly ExaminedFile[]> {
    const { sources } = plan;
    const examined: ExaminedFile[] = [];
    const turn = this.examiner.turn ?? usualTurn;
    while (examined.length < sources.length && (await goesOn()))
      pushAll(examined, this.examine(plan, sources.slice(examined.length, examined.length + turn)));
    const left = sources
      .slice(examined.length)
      .map(({ source: { path }, by }) => ({ source: { path, skipped: notReached }, by }));
    return [...examined, ...this.examine(plan, left)];
  }

  private conclude(plan: Plan, files: readonly ExaminedFile[]): Report {
    const { wanted, builds, own, again } = plan;
    const examined = filesOfRun(own, files, again);
    const made = filesOfRun(plan.made, plan.documents.joined(files.slice(own.length)), again);
    const concerned = examined.filter(({ file }) => wanted.has(file.path));
    const versions = this.circumstances.jointVersions(
      (concerned.length > 0 ? concerned : examined).map(({ by }) => by),
    );
    const { lookUp } = again;
    const plain = builds ? examined.filter(({ file }) => !builds.isTakenIn(file.path)) : examined;
    const built =
      builds && builtFiles(builds, { files: filesInBuilds(own, examined, wanted), plain, made, versions, lookUp });
    const found = runRules([...plain, ...made], versions, made.length > 1 ? 'part' : 'whole');
    const concluded = examined.flatMap((one) => {
      const file = built?.get(one.file.path) ?? one.file;
      if (!wanted.has(file.path)) return [];
      const by = { by: one.by, found: found.get(one) ?? [], again: lookUp(file.path), lookUp };
      return [withDocuments(wholeFile(conclude(file, by).file), builds?.documentsOf(file.path))];
    });
    return report(
      tool,
      versions.map(({ name }) => name),
      concluded,
    );
  }
}

function filesOfRun(
  sources: readonly SourceToRead[],
  examined: readonly ExaminedFile[],
  again: FilesAgain,
): FileOfRun[] {
  return sources.flatMap(({ by }, index) => {
    const file = examined[index];
    return file
      ? [{ file, by, ofObjects: by.ofObjects, read: (place, version) => again.view(file.path, place, version) }]
      : [];
  });
}

function filesInBuilds(
  own: readonly SourceToRead[],
  examined: readonly FileOfRun[],
  wanted: ReadonlySet<string>,
): FileInBuilds[] {
  return own.flatMap(({ source, by }, index) => {
    const file = examined[index]?.file;
    return file ? [{ source, file, by, isConcerned: wanted.has(source.path) }] : [];
  });
}

/** With objects that no file holds. */
function withDocuments(file: ReportedFile, more: readonly ReportedDocument[] = []): ReportedFile {
  return more.length === 0 ? file : { ...file, documents: [...file.documents, ...more] };
}
