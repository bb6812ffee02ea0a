import { findKind, type Minor } from '@podlint/model';
import type { KubernetesObject } from '@podlint/validation';
import type { Json } from '../../crd/values/json.js';
import { Cluster, compareText } from '../objects/cluster.js';
import { createObject, isTaken, servedJson } from '../objects/created.js';
import { metadataOf, textAt } from '../objects/resource.js';
import type { PolicyCluster } from '../policies/invocations.js';
import type { ObjectName } from '../plugins/plugin.js';
import { Namespaces } from '../policies/namespaces.js';
import type { Resources } from './resources.js';

/** The objects of a run that admission looks at: a part of a cluster that nobody knows whole. */
export class RunCluster {
  private readonly namespaces: readonly Json[];
  private readonly names: ReadonlySet<string>;

  constructor(private readonly objects: readonly Json[]) {
    this.namespaces = objects.filter(({ apiVersion, kind }) => apiVersion === 'v1' && kind === 'Namespace');
    this.names = new Set(this.namespaces.map((namespace) => textAt(metadataOf(namespace), 'name')));
  }

  hasNamespace(name: string): boolean {
    return this.names.has(name);
  }

  /**
   * Whether nobody knows that an object of the run is in the namespace that another one names: it names none itself, and
   * so goes into whichever its client is told.
   */
  isElsewhere({ kind, name }: ObjectName, other: Json): boolean {
    if (textAt(metadataOf(other), 'namespace') === '') return false;
    const named = this.objects.filter(
      (object) => object['kind'] === kind && textAt(metadataOf(object), 'name') === name,
    );
    return named.length > 0 && named.every((object) => textAt(metadataOf(object), 'namespace') === '');
  }

  /** What the server's plugins find. */
  forPlugins(minor: Minor): Cluster {
    const cluster = new Cluster(false);
    for (const object of this.objects) {
      const kind = findKind(textAt(object, 'apiVersion'), textAt(object, 'kind'));
      if (!kind || !Cluster.isLookedAt(kind.kind)) continue;
      const created = createObject(object, kind, minor);
      if (isTaken(created)) cluster.add(kind.kind, withStatus(created.value, object));
    }
    return cluster;
  }

  /** What policies find: namespaces, and their params. */
  forPolicies(minor: Minor, resources: Resources): PolicyCluster {
    const make = (namespace: object): Json => served(namespace as Json, minor);
    return {
      namespaces: new Namespaces(this.namespaces.map(make), (name) => make(namespaceNamed(name)), false),
      params: {
        scopeOf: ({ apiVersion = '', kind = '' }) => {
          const builtIn = findKind(apiVersion, kind);
          const isNamespaced = builtIn
            ? builtIn.scope === 'namespaced'
            : (resources.named(apiVersion, kind)?.namespaced ?? this.isInNamespaces(apiVersion, kind));
          return isNamespaced ? 'Namespaced' : 'Cluster';
        },
        objectsOf: ({ apiVersion = '', kind = '' }) => this.objectsOf(apiVersion, kind, resources, minor),
      },
    };
  }

  /** Of a kind without a definition: whether one of its objects says that it is in one, or there are none. */
  private isInNamespaces(apiVersion: string, kind: string): boolean {
    const own = this.objects.filter((object) => object['apiVersion'] === apiVersion && object['kind'] === kind);
    return own.length === 0 || own.some((object) => textAt(metadataOf(object), 'namespace') !== '');
  }

  private objectsOf(apiVersion: string, kind: string, resources: Resources, minor: Minor): readonly Json[] {
    return this.objects
      .filter((object) => object['apiVersion'] === apiVersion && object['kind'] === kind)
      .map((object) => inDefault(served(object, minor), resources))
      .toSorted((a, b) => compareText(textAt(metadataOf(a), 'name'), textAt(metadataOf(b), 'name')));
  }
}

/** An object without a namespace goes into `default`, if it lives in one. */
function inDefault(object: Json, resources: Resources): Json {
  const metadata = metadataOf(object);
  if (metadata['namespace'] !== undefined || !resources.of(object).namespaced) return object;
  return { ...object, metadata: { ...metadata, namespace: 'default' } };
}

function namespaceNamed(name: string): object {
  return { apiVersion: 'v1', kind: 'Namespace', metadata: { name } };
}

/** An object as it is served; of a kind that is not built in as it is. */
function served(object: Json, minor: Minor): Json {
  const kind = findKind(textAt(object, 'apiVersion'), textAt(object, 'kind'));
  return kind ? servedJson(createObject(object, kind, minor), minor) : object;
}

function withStatus(object: KubernetesObject, { status }: Json): KubernetesObject {
  return status === undefined ? object : ({ ...object, status } as KubernetesObject);
}
