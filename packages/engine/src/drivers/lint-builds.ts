import type { KubernetesVersion } from '@podlint/model';
import type { MadeFile, OwnFile, RunBuilds } from '../builds/hook.js';
import type { SourceFile } from '../documents/source-file.js';
import type { ExaminedFile } from '../pipeline/examined.js';
import type { LookUp } from '../pipeline/read-again.js';
import { runRules, type RunFile } from '../pipeline/run.js';
import type { RunFinding } from '../pipeline/run-finding.js';
import { withRunFindings } from '../pipeline/run-findings.js';
import type { Circumstances } from '../settings/circumstances.js';

interface FileOfRun extends RunFile {
  readonly file: ExaminedFile;
  readonly by: Circumstances;
}

/** The files of a run with kustomizations: what is judged by itself, and what builds make. */
export interface BuiltRun<File extends FileOfRun> {
  readonly own: readonly File[];
  readonly sources: ReadonlyMap<string, SourceFile>;
  readonly isConcerned: (path: string) => boolean;
  /** In the order of the builds. */
  readonly made: readonly File[];
  readonly versions: readonly KubernetesVersion[];
  readonly lookUp: LookUp;
}

/** The files with what builds say of them, and what the rules over the whole run find. */
export function lintBuilds<File extends FileOfRun>(
  builds: RunBuilds,
  run: BuiltRun<File>,
): { readonly files: readonly File[]; readonly found: ReadonlyMap<RunFile, readonly RunFinding[]> } {
  const { own, made, sources, isConcerned, lookUp, versions } = run;
  const plain = own.filter(({ file }) => !builds.isTakenIn(file.path));
  const objects = made.map((file, index) => {
    const extent = builds.made[index]?.extent satisfies MadeFile['extent'] | undefined;
    const found = runRules([...plain, file], versions, extent).get(file) ?? [];
    return withRunFindings(file.file, { found, again: lookUp(file.file.path), lookUp });
  });
  const files = new Map<string, OwnFile>();
  for (const { file, by } of own) {
    const source = sources.get(file.path);
    if (source) files.set(file.path, { source, file, by, isConcerned: isConcerned(file.path) });
  }
  const judged = builds.judge({ files, made: objects, lookUp });
  const found = runRules([...plain, ...made], versions, made.length > 1 ? 'part' : 'whole');
  return {
    files: own.map((one) => ({ ...one, file: judged.get(one.file.path) ?? one.file })),
    found: new Map([...found].filter(([file]) => !made.includes(file as File))),
  };
}
