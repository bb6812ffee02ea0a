import { own, setOwn } from '@podlint/plain';
import { says } from '../messages.js';
import { BuildFailure } from '../errors.js';
import { clearField, ensureMapping, fieldOf, getField, setField } from '../node/fields.js';
import {
  cloneNode,
  copyNode,
  isNilOrEmpty,
  isPresent,
  Kind,
  scalarNode,
  stringNode,
  Style,
  YNode,
} from '../node/node.js';
import type { Step } from '../origin/place.js';
import { enabled, Internal } from './annotations.js';
import { parseApiVersion, type Gvk } from './gvk.js';
import { effectiveNamespace, type ResId } from './res-id.js';

/** Tells which kinds have no namespace; of a kind that is not known it is assumed to have one. */
export interface Scopes {
  isClusterScoped(gvk: Gvk): boolean;
}

/** An object of a build (resource.go, Resource). */
export class Resource {
  /** Names of vars that take a value from this object. */
  varNames: string[] = [];

  constructor(
    public node: YNode,
    readonly scopes: Scopes,
  ) {}

  /** An independent copy, as upstream makes it: what was shared inside is not any more. */
  copy(): Resource {
    return this.with(copyNode(this.node), this.scopes);
  }

  /** An independent copy for another build, in which nodes that stand in several places still do. */
  cloneFor(scopes: Scopes): Resource {
    return this.with(cloneNode(this.node, new Map()), scopes);
  }

  private with(node: YNode, scopes: Scopes): Resource {
    const copy = new Resource(node, scopes);
    copy.varNames = [...this.varNames];
    return copy;
  }

  get isEmpty(): boolean {
    return isNilOrEmpty(this.node);
  }

  get kind(): string {
    return fieldOf(this.node, 'kind')?.value ?? '';
  }

  get apiVersion(): string {
    return fieldOf(this.node, 'apiVersion')?.value ?? '';
  }

  get name(): string {
    return this.metadataText('name');
  }

  get namespace(): string {
    return this.metadataText('namespace');
  }

  get gvk(): Gvk {
    return { ...parseApiVersion(this.apiVersion), kind: this.kind };
  }

  get id(): ResId {
    const { gvk } = this;
    const { name, namespace } = this;
    return { gvk, name, namespace, isClusterScoped: this.scopes.isClusterScoped(gvk) };
  }

  /** The ids that the object had before, the oldest first (makeResIds.go, PrevIds). */
  get previousIds(): ResId[] {
    const names = this.csv(Internal.previousNames);
    if (!names) return [];
    const namespaces = this.annotation(Internal.previousNamespaces)?.split(',') ?? [''];
    const kinds = this.annotation(Internal.previousKinds)?.split(',') ?? [''];
    if (names.length !== namespaces.length || names.length !== kinds.length)
      throw new BuildFailure('other', says['former-names'](), this.node.place);
    const version = parseApiVersion(this.apiVersion);
    return names.map((name, i) => ({
      gvk: { ...version, kind: kinds[i]! },
      name,
      namespace: namespaces[i]!,
      isClusterScoped: false,
    }));
  }

  /** Whether there are ids that it had before. */
  get hadNames(): boolean {
    return this.annotation(Internal.previousNames) !== undefined;
  }

  get originalId(): ResId {
    return this.previousIds[0] ?? this.id;
  }

  storePreviousId(): void {
    const { id } = this;
    this.appendCsv(Internal.previousNames, id.name);
    this.appendCsv(Internal.previousNamespaces, effectiveNamespace(id));
    this.appendCsv(Internal.previousKinds, id.gvk.kind);
  }

  /** The text of an annotation; what is no map has none. */
  annotation(name: string): string | undefined {
    return entryOf(this.metadataMap('annotations'), name)?.value;
  }

  csv(name: string): string[] | undefined {
    return this.annotation(name)?.split(',');
  }

  appendCsv(name: string, value: string): void {
    if (value === '') return;
    const text = [...(this.csv(name) ?? []), value].join(',');
    const node = stringNode(text);
    node.style = Style.single;
    const metadata = this.metadata();
    dropIfEmpty(metadata, 'annotations');
    dropIfEmpty(this.node, 'metadata');
    setField(ensureMapping(this.metadata(), 'annotations'), name, node);
  }

  isEnabled(name: string): boolean {
    return this.annotation(name) === enabled;
  }

  enable(name: string): void {
    this.setMap('annotations', { ...this.map('annotations'), [name]: enabled });
  }

  /** Labels or annotations as texts (rnode.go, getMapFromMeta). */
  map(field: 'labels' | 'annotations'): Record<string, string> {
    const content = this.metadataMap(field)?.content ?? [];
    const result: Record<string, string> = {};
    for (let i = 0; i + 1 < content.length; i += 2) setOwn(result, content[i]!.value, content[i + 1]!.value);
    return result;
  }

  /**
   * Writes labels or annotations anew (rnode.go, setMapInMetadata); texts that stay keep their places, and those of
   * another object bring theirs.
   */
  setMap(field: 'labels' | 'annotations', entries: Readonly<Record<string, string>>, other?: Resource): void {
    const metadata = this.metadata();
    const old = getField(metadata, field);
    clearField(metadata, field);
    const names = Object.keys(entries).sort();
    if (names.length === 0) return;
    const map = ensureMapping(metadata, field);
    map.place = old?.place;
    map.steps = old?.steps;
    const others = other?.metadataMap(field);
    for (const name of names)
      setField(map, name, rewritten(own(entries, name)!, [entryOf(old, name), entryOf(others, name)]));
  }

  setName(name: string, step?: Step): void {
    setField(this.metadata(), 'name', scalarNode(name), step);
  }

  setKind(kind: string): void {
    setField(this.node, 'kind', scalarNode(kind));
  }

  setApiVersion(apiVersion: string): void {
    setField(this.node, 'apiVersion', scalarNode(apiVersion));
  }

  setNamespace(namespace: string): void {
    const metadata = getField(this.node, 'metadata');
    if (namespace !== '') setField(this.metadata(), 'namespace', scalarNode(namespace));
    else if (metadata) clearField(metadata, 'namespace');
  }

  private metadata(): YNode {
    return ensureMapping(this.node, 'metadata');
  }

  /** The metadata, unless there is nothing in it (rnode.go, getMetaData). */
  private filledMetadata(): YNode | undefined {
    const metadata = fieldOf(this.node, 'metadata');
    return isPresent(this.node) && !isNilOrEmpty(metadata) ? metadata : undefined;
  }

  private metadataText(field: string): string {
    const value = entryOf(this.filledMetadata(), field);
    return value && !isNilOrEmpty(value) ? value.value : '';
  }

  private metadataMap(field: string): YNode | undefined {
    return entryOf(this.filledMetadata(), field);
  }
}

/** As fieldOf, without asking whether it is a mapping: of a scalar there is nothing to find. */
function entryOf(node: YNode | undefined, name: string): YNode | undefined {
  return node?.kind === Kind.mapping ? fieldOf(node, name) : undefined;
}

function rewritten(value: string, sources: readonly (YNode | undefined)[]): YNode {
  const node = stringNode(value);
  const source = sources.find((at) => at?.value === value);
  node.place = source?.place;
  node.steps = source?.steps;
  return node;
}

/** An empty map makes way before something is added (kfns.go, ClearEmptyAnnotations). */
function dropIfEmpty(node: YNode, name: string): void {
  const field = getField(node, name);
  if (field && field.content.length === 0) clearField(node, name);
}
