import { Project, type ProjectBuild } from '@podlint/kustomize/project';
import { isKustomizationName } from '../documents/kustomize.js';
import { substitutionsOfFlux } from './flux.js';
import { markPatches } from './stray-patches.js';
import type { SourceFile } from '../documents/source-file.js';
import type { ExaminedFile } from '../pipeline/examined.js';
import type { ReportedDocument } from '../report/report.js';
import { ObjectsOfBuild, saidAt } from './built-objects.js';
import type { BuiltObjects, BuiltRoot, JudgedRun, KustomizeBuilds, MadeFile, RunBuilds } from './hook.js';
import { JudgedBuilds } from './judged-builds.js';
import type { JudgedRoot } from './judged-root.js';
import { BuildPlan, isFailure, type RootBuild } from './plan.js';
import type { BuildTree } from './tree.js';

/** Builds kustomizations with the files around them. */
export function createBuilds(tree: BuildTree): KustomizeBuilds {
  return {
    of(files) {
      const kustomizations = files.filter(isKustomization);
      return kustomizations.length === 0 ? undefined : new BuildsOfRun(files, kustomizations, tree);
    },
  };
}

/**
 * By its name and by what it says of itself: Flux has a kind of that name, which kustomize does not read, and what is a
 * template is none before it was rendered.
 */
function isKustomization(file: SourceFile): boolean {
  if (!isKustomizationName(file.path) || !('text' in file)) return false;
  const apiVersion = /^["']?apiVersion["']?:[ \t]*["']?([^\s"'#]+)/im.exec(file.text)?.[1];
  return (apiVersion ?? ownApi).startsWith(ownApi) && !/\{\{|\{%/.test(file.text);
}

const ownApi = 'kustomize.config.k8s.io/';

class BuildsOfRun implements RunBuilds {
  readonly sources: readonly SourceFile[];
  readonly made: readonly MadeFile[];
  private readonly plan: BuildPlan;
  private readonly project: Project;
  private readonly judgedRoots: readonly JudgedRoot[];
  private readonly takenIn: ReadonlySet<string>;
  private judged: JudgedBuilds | undefined;

  constructor(
    files: readonly SourceFile[],
    kustomizations: readonly SourceFile[],
    private readonly tree: BuildTree,
  ) {
    this.project = new Project(tree.source(files));
    const folders = kustomizations.map(({ path }) => tree.folderOf(path));
    this.plan = new BuildPlan(this.project, folders, substitutionsOfFlux(files, folders, tree));
    this.judgedRoots = this.plan.builds.flatMap((build) => this.judgedRoot(build));
    this.made = this.judgedRoots.map(({ made }) => made);
    const taken = new Set(this.plan.builds.flatMap(({ takes }) => [...takes]));
    const ofComponents = folders.flatMap((folder) => {
      const uses = this.plan.usesOf(folder);
      return uses?.isComponent ? [uses.file, ...uses.objects, ...uses.patches, ...uses.others] : [];
    });
    this.takenIn = new Set([...taken, ...ofComponents]);
    this.sources = markPatches(files, {
      taken: this.takenIn,
      folders: new Set(folders),
      folderOf: (path) => tree.folderOf(path),
    });
  }

  isTakenIn(path: string): boolean {
    return this.takenIn.has(path);
  }

  judge(run: JudgedRun): ReadonlyMap<string, ExaminedFile> {
    const { plan, judgedRoots: roots, project, takenIn, tree } = this;
    this.judged = new JudgedBuilds(run, {
      roots,
      failed: plan.builds.filter(({ result }) => isFailure(result)),
      idle: project.idle,
      takenIn,
      nameOf: (folder) => tree.nameOf(folder),
    });
    return this.judged.files();
  }

  get roots(): readonly BuiltRoot[] {
    const { tree, plan } = this;
    return plan.builds.map(({ folder, takes, result }) => {
      const name = tree.nameOf(folder);
      const kustomization = plan.usesOf(folder)?.file ?? name;
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
    const name = this.tree.nameOf(folder);
    const kustomization = this.plan.usesOf(folder)?.file ?? name;
    const isPart = result.leftOut.length > 0 || this.plan.builds.length > 1;
    const made: MadeFile = {
      source: textOf(result, kustomization),
      kustomization,
      extent: isPart ? 'part' : 'whole',
    };
    return [{ ...build, result, name, kustomization, made }];
  }
}

function textOf({ written }: ProjectBuild, kustomization: string): BuiltObjects['source'] {
  return { path: `${kustomization} (built)`, text: written.text };
}
