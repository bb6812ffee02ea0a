import { Project, type ProjectBuild } from '@podlint/kustomize/project';
import type { JsonValue } from '@podlint/syntax';
import { apiOfKustomization, isKustomizationName, kustomizeApi } from '../documents/kustomize.js';
import { editsOfArgo } from './argo.js';
import { substitutionsOfFlux } from './flux.js';
import { isStrayPatch, markPatches, type PatchSurroundings } from './stray-patches.js';
import type { SourceFile } from '../documents/source-file.js';
import type { ExaminedFile } from '../pipeline/examined.js';
import type { ReportedDocument } from '../report/report.js';
import { ObjectsOfBuild, saidAt } from './built-objects.js';
import type {
  BuiltObjects,
  BuiltRoot,
  JudgedRun,
  KustomizeBuilds,
  MadeFile,
  Parting,
  Patched,
  RunBuilds,
  SaidOfFolders,
  Surroundings,
} from './hook.js';
import { JudgedBuilds } from './judged-builds.js';
import type { JudgedRoot } from './judged-root.js';
import { familiesOf } from './families.js';
import { BuildPlan, type RootBuild } from './plan.js';
import type { BuildTree } from './tree.js';
import { isFailure, Uses } from './uses.js';

/** Builds kustomizations with the files around them. */
export function createBuilds(tree: BuildTree, patched: Patched = 'errors'): KustomizeBuilds {
  return {
    of(files, around) {
      const kustomizations = files.filter(isKustomization);
      return kustomizations.length === 0
        ? undefined
        : new BuildsOfRun(files, kustomizations, { tree, around, patched });
    },
    parted(files, most = Infinity) {
      return partedFiles(files, tree, most);
    },
  };
}

/** By its name and by what it says of itself. */
function isKustomization(file: SourceFile): boolean {
  if (!isKustomizationName(file.path) || !('text' in file)) return false;
  return apiOfKustomization(file.text)?.startsWith(kustomizeApi) ?? false;
}

function partedFiles(files: readonly SourceFile[], tree: BuildTree, most: number): Parting {
  const all = files.filter(isKustomization).map(({ path }) => ({ path, folder: tree.folderOf(path) }));
  if (all.length === 0) return { families: [], tooLarge: new Set(), isStrayPatch: () => false };
  const uses = new Uses(new Project(tree.source(files)));
  const kustomizations = all.filter(({ folder }) => uses.closure(folder).files.size <= most);
  const small = new Set(kustomizations.map(({ path }) => path));
  const tooLarge = new Set(all.flatMap(({ path }) => (small.has(path) ? [] : [path])));
  const said = saidOfFolders(
    files,
    kustomizations.map(({ folder }) => folder),
    tree,
  );
  const families = familiesOf({ files, kustomizations, uses }).map((family) => {
    const folders = new Set(family.filter(isKustomization).map(({ path }) => tree.folderOf(path)));
    return {
      files: family,
      edits: new Map([...said.edits].filter(([folder]) => folders.has(folder))),
      substitutions: new Map([...said.substitutions].filter(([folder]) => folders.has(folder))),
    };
  });
  const around: PatchSurroundings = {
    taken: new Set(families.flatMap((family) => family.files.map(({ path }) => path))),
    folders: new Set(all.map(({ folder }) => folder)),
    folderOf: (path) => tree.folderOf(path),
  };
  return { families, tooLarge, isStrayPatch: (file) => isStrayPatch(file, around) };
}

function saidOfFolders(files: readonly SourceFile[], folders: readonly string[], tree: BuildTree): SaidOfFolders {
  return { edits: editsOfArgo(files, folders, tree), substitutions: substitutionsOfFlux(files, folders, tree) };
}

class BuildsOfRun implements RunBuilds {
  readonly made: readonly MadeFile[];
  private readonly plan: BuildPlan;
  private readonly project: Project;
  private readonly judgedRoots: readonly JudgedRoot[];
  private readonly folders: readonly string[];
  private readonly takenIn: ReadonlySet<string>;
  private judged: JudgedBuilds | undefined;

  constructor(
    private readonly files: readonly SourceFile[],
    kustomizations: readonly SourceFile[],
    private readonly by: {
      readonly tree: BuildTree;
      readonly around: Surroundings | undefined;
      readonly patched: Patched;
    },
  ) {
    const { tree, around } = by;
    this.project = new Project(tree.source(files));
    this.folders = kustomizations.map(({ path }) => tree.folderOf(path));
    const { folders } = this;
    this.plan = new BuildPlan(this.project, folders, around ?? saidOfFolders(files, folders, tree));
    this.judgedRoots = this.plan.builds.flatMap((build) => this.judgedRoot(build));
    this.made = this.judgedRoots.map(({ made }) => made);
    const taken = new Set(this.plan.builds.flatMap(({ takes }) => [...takes]));
    const { uses } = this.plan;
    const ofComponents = folders.flatMap((folder) => (uses.isComponent(folder) ? uses.filesOf(folder) : []));
    this.takenIn = new Set([...taken, ...ofComponents]);
  }

  /** Not for a session, which marks a patch when it meets one. */
  get sources(): readonly SourceFile[] {
    const { files, folders, takenIn } = this;
    const { tree } = this.by;
    return markPatches(files, {
      taken: takenIn,
      folders: new Set(folders),
      folderOf: (path) => tree.folderOf(path),
    });
  }

  isTakenIn(path: string): boolean {
    return this.takenIn.has(path);
  }

  judge(run: JudgedRun): ReadonlyMap<string, ExaminedFile> {
    const { plan, judgedRoots: roots, project, takenIn } = this;
    const { tree, patched } = this.by;
    this.judged = new JudgedBuilds(run, {
      roots,
      failed: plan.builds.filter(({ result }) => isFailure(result)),
      idle: project.idle,
      takenIn,
      nameOf: (folder) => tree.nameOf(folder),
      patched,
      rebuild: (root, kustomization) => this.rebuilt(root, kustomization),
    });
    return this.judged.files();
  }

  private rebuilt({ folder, kustomization }: JudgedRoot, text: string): readonly JsonValue[] | undefined {
    const changed = { path: pathIn(folder, kustomization), text };
    return this.project.valuesWith(changed, folder, this.plan.aroundOf(folder));
  }

  get roots(): readonly BuiltRoot[] {
    const { plan } = this;
    const { tree } = this.by;
    return plan.builds.map(({ folder, takes, result }) => {
      const name = tree.nameOf(folder);
      const kustomization = plan.uses.of(folder)?.file ?? name;
      const root = { name, kustomization, takes };
      if (isFailure(result)) return { ...root, failure: saidAt(result) };
      return { ...root, built: new ObjectsOfBuild(result, kustomization, textOf(result, kustomization)) };
    });
  }

  documentsOf(path: string): readonly ReportedDocument[] {
    return this.judged?.documentsOf(path) ?? [];
  }

  private judgedRoot(build: RootBuild): JudgedRoot[] {
    const { result, folder } = build;
    if (isFailure(result)) return [];
    const name = this.by.tree.nameOf(folder);
    const kustomization = this.plan.uses.of(folder)?.file ?? name;
    const isPart =
      this.by.around?.company === 'among others' || result.leftOut.length > 0 || this.plan.builds.length > 1;
    const made: MadeFile = {
      source: textOf(result, kustomization),
      kustomization,
      extent: isPart ? 'part' : 'whole',
    };
    return [{ ...build, result, name, kustomization, made }];
  }
}

function pathIn(folder: string, file: string): string {
  const name = file.slice(file.lastIndexOf('/') + 1);
  return folder === '/' ? `/${name}` : `${folder}/${name}`;
}

function textOf({ written }: ProjectBuild, kustomization: string): BuiltObjects['source'] {
  return { path: `${kustomization} (built)`, text: written.text };
}
