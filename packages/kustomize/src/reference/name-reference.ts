import { says } from '../messages.js';
import { BuildFailure } from '../errors.js';
import { gvkOf, type BackReference } from '../config/field-spec.js';
import { demandKind, fieldOf, getField, setField, setScalar } from '../node/fields.js';
import { isPresent, Kind, scalarNode, Tag, type YNode } from '../node/node.js';
import type { Step } from '../origin/place.js';
import { Internal } from '../resource/annotations.js';
import { isSelected, type Gvk } from '../resource/gvk.js';
import { effectiveNamespace, idText, sameNamespace, type ResId } from '../resource/res-id.js';
import type { Resource } from '../resource/resource.js';
import { filterField } from '../transform/field-filter.js';
import { Candidates, type Candidate } from './candidates.js';

/** Lets fields that name an object follow its name (namereferencetransformer.go, filters/nameref/nameref.go). */
export function fixNameReferences(
  resources: readonly Resource[],
  references: readonly BackReference[],
  step: Step,
): void {
  const candidates = new Candidates(resources);
  const originals = resources.map(({ originalId }) => originalId.gvk);
  for (const [i, resource] of resources.entries()) {
    const visible = candidates.visibleTo(resource);
    for (const { target, referrers } of references)
      for (const spec of referrers) {
        if (!isSelected(originals[i]!, spec)) continue;
        demandApiVersion(resource);
        const { path } = spec;
        const update = new ReferenceUpdate(resource, path, gvkOf(target), visible, step);
        // The row counts for the kind that the object has now (nameref.go, run).
        filterField(resource.node, { path, ...resource.gvk }, (node) => update.set(node));
      }
  }
}

/** What a null is as a text, and what it is as a value, are compared here (nameref.go, confirmNodeMatchesReferrer). */
function demandApiVersion({ node }: Resource): void {
  const field = fieldOf(node, 'apiVersion');
  if (field?.tag === Tag.null && field.value !== '')
    throw new BuildFailure('name-reference', says['null-api-version'](), field.place);
}

class ReferenceUpdate {
  constructor(
    private readonly referrer: Resource,
    private readonly path: string,
    private readonly target: Gvk,
    private readonly visible: (name: string) => Candidate[],
    private readonly step: Step,
  ) {}

  set(node: YNode): void {
    if (!isPresent(node)) return;
    switch (node.kind) {
      case Kind.scalar: {
        this.setName(node);
        return;
      }
      case Kind.mapping: {
        this.setMap(node);
        return;
      }
      default:
        demandKind(node, Kind.sequence);
        for (const item of node.content) this.setItem(item);
    }
  }

  private setItem(item: YNode): void {
    if (!isPresent(item)) return;
    if (item.kind === Kind.mapping) this.setMap(item);
    else if (item.kind === Kind.scalar) this.setName(item);
    else throw new BuildFailure('name-reference', says['reference-shape']({ path: this.path }), item.place);
  }

  private setName(node: YNode): void {
    const found = this.select(node.value, this.visible(node.value), ({ resource }) => resource.name, node);
    if (!found) return;
    this.record(found);
    const { name } = found.resource;
    if (name !== node.value) setScalar(node, scalarNode(name), this.step);
  }

  /** A map with a name and, it may be, a namespace. */
  private setMap(node: YNode): void {
    const nameNode = getField(node, 'name');
    if (!nameNode) throw new BuildFailure('name-reference', says['reference-name']({ path: this.path }), node.place);
    const old = nameNode.value;
    const inNamespace = this.inNamespaceOf(node, this.visible(old));
    const found = this.select(old, inNamespace, ({ resource: r }) => `${r.name}\n${r.namespace}`, node);
    if (!found) return;
    this.record(found);
    const { name, namespace } = found.resource;
    if (name === old && namespace === '') return;
    this.setText(node, 'name', name);
    if (namespace !== '') this.setText(node, 'namespace', namespace);
  }

  private setText(node: YNode, field: string, value: string): void {
    const isSame = fieldOf(node, field)?.value === value;
    setField(node, field, scalarNode(value), isSame ? undefined : this.step);
  }

  /** First those that were in the namespace at the start, if there are any, then those that are in it now. */
  private inNamespaceOf(node: YNode, candidates: Candidate[]): Candidate[] {
    const field = getField(node, 'namespace');
    if (!field) return candidates;
    const namespaced = candidates.filter(({ id }) => !id.isClusterScoped);
    const originally = namespaced.filter(({ original }) => effectiveNamespace(original) === field.value);
    return originally.length > 0 ? originally : namespaced.filter(({ id }) => effectiveNamespace(id) === field.value);
  }

  private record({ resource }: Candidate): void {
    const { gvk, name, namespace } = this.referrer.id;
    const kind = [gvk.kind || '[noKind]', gvk.version || '[noVer]', gvk.group || '[noGrp]'].join('.');
    resource.appendCsv(Internal.refBy, `${kind}/${name || '[noName]'}.${namespace || '[noNs]'}`);
  }

  /** The one object that is meant (nameref.go, selectReferral). */
  private select(
    name: string,
    candidates: Candidate[],
    identity: (candidate: Candidate) => string,
    node: YNode,
  ): Candidate | undefined {
    const roleRef = this.roleRef();
    const { id } = this.referrer;
    let left = candidates
      .filter(({ previous }) => previous.some((old) => isSelected(old.gvk, this.target)))
      .filter(({ previous }) => !roleRef || previous.some((old) => isSelected(old.gvk, roleRef)))
      .filter((candidate) => isInReach(id, candidate));
    if (left.length === 1) return left[0];
    left = left.filter(({ resource }) => sameAffixes(resource, this.referrer, 'anyIfNone'));
    if (left.length > 1) left = left.filter(({ resource }) => sameAffixes(resource, this.referrer, 'exactly'));
    if (left.length > 1 && new Set(left.map(identity)).size > 1)
      throw new BuildFailure(
        'merge-many',
        says['ambiguous-name']({ name, objects: left.map((at) => idText(at.id)).join(' or ') }),
        node.place,
      );
    return left[0];
  }

  /** What a binding says of the role that it refers to. */
  private roleRef(): Partial<Gvk> | undefined {
    if (!this.path.endsWith('roleRef/name')) return undefined;
    const roleRef = fieldOf(this.referrer.node, 'roleRef');
    const group = fieldOf(roleRef, 'apiGroup');
    const kind = fieldOf(roleRef, 'kind');
    return group && kind ? { group: group.value, kind: kind.value } : undefined;
  }
}

function isInReach(referrer: ResId, { id, resource }: Candidate): boolean {
  if (referrer.isClusterScoped || id.isClusterScoped || resource.kind === 'ServiceAccount') return true;
  return sameNamespace(referrer, id);
}

/** The prefixes and suffixes of the one end as those of the other do (resource.go, PrefixesSuffixesEquals). */
function sameAffixes(a: Resource, b: Resource, none: 'anyIfNone' | 'exactly'): boolean {
  return [Internal.prefixes, Internal.suffixes].every((annotation) => {
    const [first, second] = [a.csv(annotation) ?? [], b.csv(annotation) ?? []];
    if (none === 'anyIfNone' && (first.length === 0 || second.length === 0)) return true;
    return sameEnding(first, second);
  });
}

function sameEnding(a: readonly string[], b: readonly string[]): boolean {
  const [short, long] = a.length > b.length ? [b, a] : [a, b];
  if (short.length === 0) return long.length === 0;
  const ahead = long.length - short.length;
  return short.every((text, i) => text === long[i + ahead]);
}
