import { definitionOf, namesOf } from '../../crd/definition.js';
import { own } from '@podlint/plain';
import type { Schema } from '../../crd/schema/schema.js';
import { isObject, type Json } from '../../crd/values/json.js';
import { resourceOf, textAt, type Resource } from '../objects/resource.js';

/** Which resource objects are of, by the definitions that are at hand. */
export class Resources {
  private readonly defined = new Map<string, Resource>();
  /** What defines them; the schemas are read when somebody asks for one. */
  private readonly manifests = new Map<string, { readonly manifest: object; readonly version: string }>();

  constructor(definitions: readonly object[]) {
    for (const manifest of definitions) this.add(manifest);
  }

  of(object: Json): Resource {
    return this.defined.get(keyOf(textAt(object, 'apiVersion'), textAt(object, 'kind'))) ?? resourceOf(object);
  }

  /** Undefined: no definition has the kind. */
  named(apiVersion: string, kind: string): Resource | undefined {
    return this.defined.get(keyOf(apiVersion, kind));
  }

  /** What a definition says of the kind of an object; undefined: none is at hand. */
  schemaOf(object: Json): { readonly schema: Schema | undefined } | undefined {
    const known = this.manifests.get(keyOf(textAt(object, 'apiVersion'), textAt(object, 'kind')));
    return known && { schema: definitionOf(known.manifest).versions.get(known.version)?.schema };
  }

  private add(manifest: object): void {
    const { group, kind, namespaced, versions } = namesOf(manifest);
    const plural = pluralIn(manifest);
    for (const version of versions) {
      this.manifests.set(keyOf(`${group}/${version}`, kind), { manifest, version });
      this.defined.set(keyOf(`${group}/${version}`, kind), {
        ...{ group, version, kind, plural, namespaced },
        builtIn: undefined,
      });
    }
  }
}

function keyOf(apiVersion: string, kind: string): string {
  return `${apiVersion} ${kind}`;
}

function pluralIn(manifest: object): string {
  const spec = own(manifest as Json, 'spec');
  const names = isObject(spec) ? own(spec, 'names') : undefined;
  return isObject(names) ? textAt(names, 'plural') : '';
}
