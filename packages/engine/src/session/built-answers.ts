import type { KubernetesVersion } from '@podlint/model';
import { noteFault } from '../findings/fault.js';
import { builtFiles } from '../pipeline/built-files.js';
import { conclude } from '../pipeline/conclude.js';
import type { ExaminedFile } from '../pipeline/examined.js';
import type { ReadAgain } from '../pipeline/read-again.js';
import type { RunFile } from '../pipeline/run.js';
import { wholeFile } from '../report/assemble.js';
import type { ReportedFile } from '../report/report.js';
import type { RootView } from './root-view.js';
import type { BuiltFamily } from './session-builds.js';
import type { SessionFile } from './session-file.js';

/** What a family is judged among. Nothing of it changes later. */
interface Surroundings {
  /** The files of the session, by their paths. */
  readonly files: ReadonlyMap<string, SessionFile>;
  /** Those of them that no build takes in. */
  readonly plain: readonly RunFile[];
  readonly versions: readonly KubernetesVersion[];
}

/** What there is to say of the files of a family; worked out for who asks. */
export class BuiltAnswers {
  private known: ReadonlyMap<string, ExaminedFile> | undefined;

  constructor(
    private readonly family: BuiltFamily,
    private readonly around: Surroundings,
  ) {}

  of(file: SessionFile): ReportedFile {
    const examined = this.judged.get(file.path) ?? file.whole();
    const { lookUp } = this;
    const { by } = file;
    const said = wholeFile(conclude(examined, { by, found: [], again: lookUp(file.path), lookUp }).file);
    const more = this.family.builds.documentsOf(file.path);
    return more.length === 0 ? said : { ...said, documents: [...said.documents, ...more] };
  }

  rootsOf({ path }: SessionFile): readonly RootView[] {
    const { builds, made } = this.family;
    return builds.roots
      .flatMap(({ built, ...root }) => (built ? [{ ...root, built }] : []))
      .flatMap(({ name, kustomization, takes, built }, index) => {
        const entries = made[index]?.file.objects.map(({ entry }) => entry) ?? [];
        const objects = built.values.flatMap((value, object) => {
          const entry = entries[object];
          return entry ? [{ entry, value, file: built.placeOf(object)?.file }] : [];
        });
        return takes.has(path) ? [{ name, kustomization, objects }] : [];
      });
  }

  private get judged(): ReadonlyMap<string, ExaminedFile> {
    return (this.known ??= this.judge());
  }

  /** What fails on a kustomization costs its builds, and no file. */
  private judge(): ReadonlyMap<string, ExaminedFile> {
    try {
      return this.judgedFiles();
    } catch (error) {
      noteFault(error);
      return new Map();
    }
  }

  private judgedFiles(): ReadonlyMap<string, ExaminedFile> {
    const { builds, made, sources } = this.family;
    const { plain, versions, files } = this.around;
    return builtFiles(builds, {
      files: sources.flatMap(({ path }) => {
        const file = files.get(path);
        return file ? [{ source: file.source, file: file.whole(), by: file.by, isConcerned: true }] : [];
      }),
      plain,
      made,
      versions,
      lookUp: this.lookUp,
    });
  }

  private readonly lookUp = (path: string): ReadAgain => {
    const file = this.around.files.get(path);
    if (file) return file.again(file.units);
    const made = this.family.made.find(({ file: { path: name } }) => name === path);
    if (!made) throw new Error('a file that is not of the session is looked up');
    return made.again;
  };
}
