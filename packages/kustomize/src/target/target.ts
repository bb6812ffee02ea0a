import { says } from '../messages.js';
import { atPlace, BuildFailure } from '../errors.js';
import { joinPath } from '../files/file-tree.js';
import { editedFile } from '../edit/edit.js';
import type { KustomizationEdit } from '../edit/kustomization-edit.js';
import type { Loader } from '../files/loader.js';
import { placedVar } from '../reference/vars.js';
import type { Origin } from '../resource/origin-annotations.js';
import { Accumulator } from './accumulator.js';
import { addFile } from './add-file.js';
import type { BuildContext } from './build-context.js';
import { configure } from './configure.js';
import { externalTransformers } from './external.js';
import { runGenerators } from './generators.js';
import { loadKustomization, placed, type KustomizationFile, type Placed } from './kustomization-file.js';
import type { Layer, OriginPath } from './layer.js';
import { runTransformers } from './transformers.js';
import { runValidators } from './validators.js';

/** One kustomization of a build (kusttarget.go, KustTarget). */
export class Target implements Layer {
  readonly file: KustomizationFile;

  constructor(
    readonly build: BuildContext,
    readonly loader: Loader,
    readonly originPath: OriginPath,
    /** What is set in the kustomization before it is built. */
    edit?: KustomizationEdit,
  ) {
    this.file = loadKustomization(loader, (file) => {
      const json = build.read.json(file);
      return edit ? (editedFile(json, edit) ?? json) : json;
    });
  }

  /** Takes the schemas that the kustomization names; done before anything is read. */
  useOpenApi(): void {
    const { file, loader, build } = this;
    atPlace(file.placeOf(['openapi']), () => {
      build.openApi.use(file.fields.openapi, loader);
    });
  }

  /** Everything that this kustomization makes; of a component, out of what its parent has gathered. */
  accumulate(into: Accumulator = new Accumulator()): Accumulator {
    const { fields } = this.file;
    let gathered = this.addResources(into, this.file.resources);
    configure(this, gathered);
    runGenerators(this, gathered);
    gathered = this.addComponents(gathered);
    runTransformers(this, gathered);
    runValidators(gathered.map, () =>
      externalTransformers(this, placed(fields.validators, ['validators']), gathered.map),
    );
    gathered.mergeVars((fields.vars ?? []).map((entry, i) => placedVar(entry, this.file.placeOf(['vars', i]))));
    return gathered;
  }

  /** The origin that a generator or transformer of this file leaves. */
  origin(kind: string): Origin | undefined {
    if (this.originPath === undefined) return undefined;
    const name = this.file.name.slice(this.file.name.lastIndexOf('/') + 1);
    return {
      configuredIn: joinPath(this.originPath, name),
      configuredBy: { apiVersion: 'builtin', kind },
    };
  }

  /** Reads files and folders into objects. */
  addResources(into: Accumulator, paths: readonly Placed<string>[]): Accumulator {
    const keys = into.map.keys();
    for (const { value, path } of paths)
      into.map.attempt(() => atPlace(this.file.placeOf(path), () => this.addResource(into, keys, value)), 'adds');
    return into;
  }

  /** As a file first, then as a folder (accumulateResources). */
  private addResource(into: Accumulator, keys: Set<string>, path: string): void {
    const asFile = addFile(this, path, into, keys);
    if (!asFile) return;
    let loader: Loader;
    try {
      loader = this.loader.enter(path);
    } catch (error) {
      throw error instanceof BuildFailure && isAboutFolder(error) ? error : asFile;
    }
    into.merge(this.base(loader, path), keys);
  }

  /** A base as it is built on its own; kept, for other kustomizations that take it in. */
  private base(loader: Loader, path: string): Accumulator {
    const { bases } = this.build;
    const known = this.isShareable ? bases?.get(loader.root) : undefined;
    if (known && this.canUse(known.folders, loader)) {
      this.build.visit(known.folders);
      return known.accumulator.cloneFor(this.build.openApi);
    }
    const { result, folders } = this.build.watchFolders(() => this.subTarget(loader, path).accumulateChecked('base'));
    if (!this.isShareable || !bases) return result;
    bases.set(loader.root, { accumulator: result, folders });
    return result.cloneFor(this.build.openApi);
  }

  /** What is built now depends on the files alone, and not on what this root asks for. */
  private get isShareable(): boolean {
    return this.originPath === undefined && !this.build.openApi.isCustom;
  }

  /** What it took in may be a folder that led here: that is a cycle which it knew nothing of. */
  private canUse(folders: ReadonlySet<string>, loader: Loader): boolean {
    const { chain } = loader;
    return ![...folders].some((folder) => chain.some((root) => root === folder || root.startsWith(`${folder}/`)));
  }

  private subTarget(loader: Loader, path: string): Target {
    this.build.visit([loader.root]);
    const origin = this.originPath === undefined ? undefined : joinPath(this.originPath, path);
    const target = new Target(this.build, loader, origin);
    target.useOpenApi();
    return target;
  }

  private accumulateChecked(role: 'base' | 'component', into?: Accumulator): Accumulator {
    const isComponent = this.file.kind === 'Component';
    if (isComponent !== (role === 'component'))
      throw new BuildFailure(
        'kustomization-kind',
        isComponent ? says['component-as-resource']() : says['no-component'](),
        this.file.placeOf(['kind']),
      );
    return this.accumulate(into);
  }

  private addComponents(gathered: Accumulator): Accumulator {
    let result = gathered;
    for (const { value, path } of placed(this.file.fields.components, ['components']))
      result.map.attempt(() => {
        result = atPlace(this.file.placeOf(path), () => this.component(value, result));
      });
    return result;
  }

  private component(path: string, parent: Accumulator): Accumulator {
    const merged = new Accumulator();
    merged.merge(this.subTarget(this.loader.enter(path), path).accumulateChecked('component', parent));
    return merged;
  }
}

/** What is wrong with a path that is no file; otherwise the trouble with the file is told. */
function isAboutFolder({ errorClass }: BuildFailure): boolean {
  return errorClass === 'cycle' || errorClass === 'remote';
}
