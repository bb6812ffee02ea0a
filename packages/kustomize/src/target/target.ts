import { says } from '../messages.js';
import { defaultConfig, emptyConfig, loadConfigurations } from '../config/transformer-config.js';
import { loadCrdConfig } from '../config/crd-config.js';
import { atPlace, BuildFailure } from '../errors.js';
import { Absorber } from '../generate/absorb.js';
import { joinPath } from '../files/file-tree.js';
import { editedFile } from '../edit/edit.js';
import type { KustomizationEdit } from '../edit/kustomization-edit.js';
import type { Loader } from '../files/loader.js';
import { placedVar } from '../reference/vars.js';
import { Resource } from '../resource/resource.js';
import { addTransformation, hasOrigin, setOrigin, type Origin } from '../resource/origin-annotations.js';
import type { Transformer } from '../transform/context.js';
import { Accumulator } from './accumulator.js';
import type { BuildContext } from './build-context.js';
import { builtinGenerators } from './builtin-generators.js';
import { builtinTransformers } from './builtin-transformers.js';
import { externalGenerators, externalTransformers } from './external.js';
import { loadKustomization, placed, type KustomizationFile, type Placed } from './kustomization-file.js';
import type { Layer, OriginPath } from './layer.js';
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
    this.configure(gathered);
    this.generate(gathered);
    gathered = this.addComponents(gathered);
    this.transform(gathered);
    runValidators(gathered.map, () =>
      externalTransformers(this, placed(fields.validators, ['validators']), gathered.map),
    );
    gathered.mergeVars((fields.vars ?? []).map((entry, i) => placedVar(entry, this.file.placeOf(['vars', i]))));
    return gathered;
  }

  private configure(gathered: Accumulator): void {
    const { configurations = [], crds = [] } = this.file.fields;
    const { map } = gathered;
    map.attempt(() =>
      atPlace(this.file.placeOf(['configurations']), () =>
        gathered.mergeConfig(loadConfigurations(this.loader, configurations)),
      ),
    );
    if (gathered.config === emptyConfig) gathered.mergeConfig(defaultConfig);
    map.attempt(() =>
      atPlace(this.file.placeOf(['crds']), () => gathered.mergeConfig(loadCrdConfig(this.loader, crds))),
    );
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
    const asFile = this.addFile(into, keys, path);
    if (!asFile) return;
    let loader: Loader;
    try {
      loader = this.loader.enter(path);
    } catch (error) {
      throw error instanceof BuildFailure && isAboutFolder(error) ? error : asFile;
    }
    into.merge(this.base(loader, path), keys);
  }

  /** Undefined where it went well. */
  private addFile(into: Accumulator, keys: Set<string>, path: string): BuildFailure | undefined {
    try {
      const file = this.loader.load(path);
      const nodes = this.build.read.resources(file);
      const resources = nodes.map((node) => new Resource(node, this.build.openApi));
      const gathered = new Accumulator();
      gathered.map.append(resources);
      if (this.originPath !== undefined)
        for (const resource of resources) setOrigin(resource, { path: joinPath(this.originPath, path) });
      into.map.append(resources, keys);
      return undefined;
    } catch (error) {
      if (error instanceof BuildFailure) return error;
      throw error;
    }
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

  private generate({ map }: Accumulator): void {
    const generators = [...builtinGenerators(this), ...externalGenerators(this, map)];
    if (generators.length === 0) return;
    const absorber = new Absorber(map);
    for (const { generate, origin } of generators) {
      map.attempt(() => {
        const resources = generate();
        if (origin) for (const resource of resources) if (!hasOrigin(resource)) setOrigin(resource, origin);
        absorber.absorb(resources);
      }, 'adds');
    }
  }

  private transform(gathered: Accumulator): void {
    const transformers: Transformer[] = [
      ...builtinTransformers(this, gathered.config),
      ...externalTransformers(this, placed(this.file.fields.transformers, ['transformers']), gathered.map),
    ];
    for (const { transform, origin } of transformers) {
      gathered.map.attempt(() => transform(gathered.map));
      gathered.map.dropEmpty();
      if (origin) for (const resource of gathered.map.list) addTransformation(resource, origin);
    }
  }
}

/** What is wrong with a path that is no file; otherwise the trouble with the file is told. */
function isAboutFolder({ errorClass }: BuildFailure): boolean {
  return errorClass === 'cycle' || errorClass === 'remote';
}
