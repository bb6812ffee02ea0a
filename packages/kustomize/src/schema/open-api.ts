import { says } from '../messages.js';
import { BuildFailure } from '../errors.js';
import type { SourceFile } from '../files/file-tree.js';
import type { Loader } from '../files/loader.js';
import { readJsonOrYaml } from '../read/json-file.js';
import type { Texts } from '../read/entries.js';
import { apiVersionOf, type Gvk } from '../resource/gvk.js';
import { builtinDefinition, builtinSchemas } from './builtin-schema.js';
import type { KindSchemas, MergeSchema } from './merge-schema.js';
import { clusterScoped, surelyNamespaced } from '../generated/scopes.js';
import { readSwagger, type OtherDefinitions, type SwaggerKinds } from './swagger-schema.js';

const builtinVersion = 'v1.21.2';

/** A document that is read when a kind is asked for (openapi.go, initSchema): until then nothing says what is wrong in it. */
class LazySwagger {
  private known: SwaggerKinds | undefined;

  constructor(
    private readonly file: SourceFile,
    private readonly other: OtherDefinitions,
  ) {}

  get kinds(): SwaggerKinds {
    return (this.known ??= readSwagger(readJsonOrYaml(this.file), this.file.name, this.other));
  }
}

/** The kinds that a build knows. One for the whole build, as it is upstream (openapi.go). */
export class OpenApi implements KindSchemas {
  private version = '';
  private custom: LazySwagger | undefined;
  /** A kind was asked for that only the built-in document could tell of: it then counts beside one that comes later. */
  private needsBuiltin = false;

  /** Takes the `openapi` field of a kustomization; the first one that says something counts (openapi.go, SetSchema). */
  use(field: Texts | undefined, loader: Loader): void {
    const path = field?.path;
    const file = path === undefined ? undefined : loader.load(path);
    if (this.version !== '' || this.custom) return;
    const version = field?.version ?? '';
    if (file) {
      if (field?.version !== undefined) throw new BuildFailure('openapi', says['openapi-sources']());
      this.custom = new LazySwagger(file, (name) => (this.needsBuiltin ? builtinDefinition(name) : undefined));
      return;
    }
    if (version !== '' && version !== builtinVersion)
      throw new BuildFailure('openapi', says['openapi-version']({ version, known: builtinVersion }));
    this.version = version;
  }

  /** Upstream's state that several builds could not share. */
  get isCustom(): boolean {
    return this.custom !== undefined;
  }

  schemaOf(apiVersion: string, kind: string): MergeSchema | undefined {
    if (!this.custom) return builtinSchemas.schemaOf(apiVersion, kind);
    const own = this.custom.kinds.schemas.get(`${apiVersion} ${kind}`);
    if (!this.needsBuiltin) return own;
    return builtinSchemas.schemaOf(apiVersion, kind) ?? own;
  }

  isClusterScoped(gvk: Gvk): boolean {
    const name = `${apiVersionOf(gvk)} ${gvk.kind}`;
    if (clusterScoped.has(name)) return true;
    if (surelyNamespaced.has(name)) return false;
    if (this.custom) return this.custom.kinds.isNamespaced.get(name) === false;
    this.needsBuiltin = true;
    return false;
  }
}
