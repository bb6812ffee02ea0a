import type { KubernetesVersion } from '@podlint/model';
import type { MadeFile, OwnFile, RunBuilds } from '../builds/hook.js';
import type { SourceFile } from '../documents/source-file.js';
import type { Circumstances } from '../settings/circumstances.js';
import type { ExaminedFile } from './examined.js';
import type { LookUp } from './read-again.js';
import { runRules, type RunFile } from './run.js';
import { withRunFindings } from './run-findings.js';

/** A file that builds may say something about. */
export interface FileInBuilds {
  readonly source: SourceFile;
  readonly file: ExaminedFile;
  readonly by: Circumstances;
  /** Whether anything of it is reported. */
  readonly isConcerned: boolean;
}

/** The objects of a build as a file that was examined. */
export interface ExaminedMade extends RunFile {
  readonly file: ExaminedFile;
}

/** What is judged together with the builds of some kustomizations. */
export interface BuiltRun {
  /** Those that the builds may speak of, what they take in among them. */
  readonly files: readonly FileInBuilds[];
  /** What no build takes in, in the whole run. */
  readonly plain: readonly RunFile[];
  /** In the order of the builds. */
  readonly made: readonly ExaminedMade[];
  readonly versions: readonly KubernetesVersion[];
  readonly lookUp: LookUp;
}

/** The files about which builds say something, with what they say; by their paths. */
export function builtFiles(builds: RunBuilds, run: BuiltRun): ReadonlyMap<string, ExaminedFile> {
  const { plain, made, lookUp, versions } = run;
  const objects = made.map((file, index) => {
    const extent = builds.made[index]?.extent satisfies MadeFile['extent'] | undefined;
    const found = runRules([...plain, file], versions, extent).get(file) ?? [];
    return withRunFindings(file.file, { found, again: lookUp(file.file.path), lookUp, versions });
  });
  const files = new Map(run.files.map((file): [string, OwnFile] => [file.source.path, file]));
  return builds.judge({ files, made: objects, lookUp });
}
