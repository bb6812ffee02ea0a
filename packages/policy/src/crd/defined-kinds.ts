import { own } from '@podlint/plain';
import { isList, isObject, keyOfJson, type Json } from './values/json.js';

/** What definitions say, for whoever shows it. */
export interface DefinedKinds {
  /** By API group a name for its definitions: other ones have another name. */
  readonly groups: ReadonlyMap<string, string>;
  /** The kinds in the versions that are served, each once. */
  readonly kinds: readonly DefinedKind[];
}

interface DefinedKind {
  readonly apiVersion: string;
  readonly kind: string;
  readonly plural: string;
  /** As it is written; empty where nothing is said. */
  readonly schema: Json;
  readonly source?: string;
}

/** What packages/crds writes into the definitions that are carried along. */
export function sourceOf(manifest: object): string | undefined {
  const { metadata } = manifest as { metadata?: { annotations?: Readonly<Record<string, unknown>> | null } | null };
  const source = metadata?.annotations?.['podlint.io/source'];
  return typeof source === 'string' ? source : undefined;
}

/** Those that are given, if there are some, in place of those that are carried along. */
export function foremost(known: readonly object[]): readonly object[] {
  const given = known.filter((manifest) => sourceOf(manifest) === undefined);
  return given.length > 0 ? given : known;
}

export function distinctByKind(manifests: readonly object[]): ReadonlyMap<string, readonly object[]> {
  const byKind = new Map<string, object[]>();
  for (const manifest of manifests) {
    const { group, kind } = namesIn(manifest);
    const name = `${group} ${kind}`;
    byKind.set(name, [...(byKind.get(name) ?? []), manifest]);
  }
  for (const [name, known] of byKind) if (known.length > 1) byKind.set(name, distinct(known));
  return byKind;
}

function distinct(manifests: readonly object[]): object[] {
  return [...new Map(manifests.map((manifest) => [keyOf(manifest), manifest])).values()];
}

const keys = new WeakMap<object, string>();

/** An editor asks again and again for what is known of the same definitions. */
function keyOf(manifest: object): string {
  const known = keys.get(manifest) ?? keyOfJson(manifest);
  keys.set(manifest, known);
  return known;
}

function namesIn(manifest: object): { readonly group: string; readonly kind: string } {
  const { spec } = manifest as { spec?: { group?: unknown; names?: { kind?: unknown } | null } | null };
  return { group: String(spec?.group), kind: String(spec?.names?.kind) };
}

export function definedKinds(byKind: ReadonlyMap<string, readonly object[]>): DefinedKinds {
  const groups = new Map<string, string>();
  const kinds = new Map<string, DefinedKind>();
  for (const known of byKind.values())
    for (const manifest of foremost(known)) {
      const { group } = namesIn(manifest);
      groups.set(group, `${groups.get(group) ?? ''}${keyOf(manifest)}`);
      for (const kind of kindsOf(manifest)) kinds.set(`${kind.apiVersion} ${kind.kind}`, kind);
    }
  return { groups, kinds: [...kinds.values()] };
}

function kindsOf(manifest: object): DefinedKind[] {
  const { group, kind } = namesIn(manifest);
  const source = sourceOf(manifest);
  const versions = own(objectAt(manifest as Json, 'spec'), 'versions');
  return (isList(versions) ? versions : [])
    .filter(isObject)
    .filter((version) => own(version, 'served') === true)
    .map((version) => ({
      apiVersion: `${group}/${String(own(version, 'name'))}`,
      kind,
      plural: pluralOf(manifest),
      schema: objectAt(objectAt(version, 'schema'), 'openAPIV3Schema'),
      ...(source !== undefined && { source }),
    }));
}

function pluralOf(manifest: object): string {
  const { spec } = manifest as { spec?: { names?: { plural?: unknown } | null } | null };
  return String(spec?.names?.plural);
}

function objectAt(object: Json, name: string): Json {
  const value = own(object, name);
  return isObject(value) ? value : {};
}
