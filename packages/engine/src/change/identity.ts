import { isClusterScoped } from '@podlint/model';

/** What an object is known by. */
export interface Identity {
  readonly group: string;
  readonly kind: string;
  /** Undefined: whoever applies it says in which namespace. */
  readonly namespace: string | undefined;
  /** Without the hash of its content, where a kustomization has put one at its end. */
  readonly name: string;
}

/** Kinds that were served in another group once: the server has one object for both (kube-apiserver, storage). */
const movedFrom: ReadonlyMap<string, string> = new Map([
  ['extensions Ingress', 'networking.k8s.io'],
  ['extensions NetworkPolicy', 'networking.k8s.io'],
  ['extensions Deployment', 'apps'],
  ['extensions DaemonSet', 'apps'],
  ['extensions ReplicaSet', 'apps'],
]);

interface Named {
  readonly apiVersion: string;
  readonly kind: string;
  readonly namespace: string | undefined;
  readonly name: string;
}

export function identityOf({ apiVersion, kind, namespace, name }: Named, hash: 'hashed' | 'plain'): Identity {
  const slash = apiVersion.indexOf('/');
  const group = slash === -1 ? '' : apiVersion.slice(0, slash);
  return {
    group: movedFrom.get(`${group} ${kind}`) ?? group,
    kind,
    namespace: isClusterScoped(kind) ? '' : namespace,
    name: hash === 'hashed' ? name.replace(/-[a-z0-9]{10}$/, '') : name,
  };
}

export function keyOf({ group, kind, namespace = '*', name }: Identity): string {
  return [group, kind, namespace, name].join('\n');
}

/** Without the namespace, for objects of which one leaves it to whoever applies them. */
export function keyInAnyNamespace({ group, kind, name }: Identity): string {
  return [group, kind, name].join('\n');
}
