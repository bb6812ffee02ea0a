import { addTo } from '@podlint/plain';
import { says } from '../messages.js';
import { BuildFailure } from '../errors.js';
import { fieldOf } from '../node/fields.js';
import { Kind } from '../node/node.js';
import { sameNamespace, type ResId } from '../resource/res-id.js';
import type { Resource } from '../resource/resource.js';

/** An object that a name may stand for. */
export interface Candidate {
  readonly resource: Resource;
  readonly id: ResId;
  readonly original: ResId;
  readonly previous: readonly ResId[];
}

/** The objects of a build by the names that they had. */
export class Candidates {
  private readonly byName = new Map<string, Candidate[]>();

  constructor(resources: readonly Resource[]) {
    for (const resource of resources) {
      const previous = resource.previousIds;
      const { id } = resource;
      const candidate = { resource, id, original: previous[0] ?? id, previous };
      for (const name of new Set(previous.map((old) => old.name))) {
        addTo(this.byName, name, candidate);
      }
    }
  }

  /** Those that an object can refer to, by a former name (reswrangler.go, SubsetThatCouldBeReferencedByResource). */
  visibleTo(referrer: Resource): (name: string) => Candidate[] {
    const { id } = referrer;
    if (id.isClusterScoped) return (name) => this.byName.get(name) ?? [];
    const namespaces = accountNamespaces(referrer);
    return (name) =>
      (this.byName.get(name) ?? []).filter(
        (candidate) =>
          candidate.id.isClusterScoped ||
          sameNamespace(candidate.id, id) ||
          namespaces.has(candidate.resource.namespace),
      );
  }
}

/** The namespaces of the service accounts that a RoleBinding names. */
function accountNamespaces(referrer: Resource): ReadonlySet<string> {
  const subjects = referrer.kind === 'RoleBinding' ? fieldOf(referrer.node, 'subjects') : undefined;
  const namespaces = new Set<string>();
  for (const subject of subjects?.kind === Kind.sequence ? subjects.content : []) {
    const namespace = fieldOf(subject, 'namespace');
    if (!namespace || fieldOf(subject, 'kind')?.value !== 'ServiceAccount') continue;
    if (namespace.tag !== '!!str' && namespace.tag !== '')
      throw new BuildFailure('namespace', says['subject-namespace'](), namespace.place ?? subject.place);
    namespaces.add(namespace.value);
  }
  return namespaces;
}
