import type { FieldPath } from '@podlint/field-path';
import { storedForm } from '@podlint/kinds';
import type { Kind, Minor } from '@podlint/model';
import type { FieldError, KubernetesObject } from '@podlint/validation';
import type { Json } from '../../crd/values/json.js';
import type { Cluster } from '../objects/cluster.js';
import { createObject, isTaken } from '../objects/created.js';
import { refuseClaim } from '../plugins/limit-ranger.js';
import type { Refusal } from '../plugins/plugin.js';
import type { QuotaLedger } from '../quotas/ledger.js';
import { mutatePod, validatePod, type NamedPlugin } from './pod-chain.js';

/** What comes of an object that is created in a cluster. */
export type Admission =
  | { readonly admitted: Json; readonly object: KubernetesObject }
  | { readonly refused: Refusal }
  /** What the server's own checks find. */
  | { readonly invalid: readonly FieldError[]; readonly unknown: readonly FieldPath[] };

/** A cluster as the chain of plugins sees it. */
export interface ChainContext {
  readonly cluster: Cluster;
  readonly plugins: readonly NamedPlugin[];
  readonly minor: Minor;
  /** The quotas of a namespace. */
  readonly ledger: (namespace: string) => QuotaLedger;
}

/** Takes an object through admission: plugins change it, the server checks it, plugins check it, quotas are charged. */
export function admitObject(manifest: Json, kind: Kind, context: ChainContext): Admission {
  const { minor, plugins, cluster } = context;
  const isPod = kind.definition === 'core.v1.Pod';
  let refused: Refusal | undefined;
  const created = createObject(manifest, kind, minor, (object) => {
    const inNamespace = { cluster, minor, namespace: object.metadata?.namespace ?? 'default' };
    if (isPod) refused = mutatePod(object, plugins, inNamespace);
  });
  if (refused) return { refused };
  if (!isTaken(created)) return { invalid: created.errors, unknown: created.unknown };
  const { value } = created;
  const refusal = refusalOf(value, kind, context);
  return refusal ? { refused: refusal } : { admitted: storedForm(kind, value, minor), object: value };
}

function refusalOf(object: KubernetesObject, kind: Kind, context: ChainContext): Refusal | undefined {
  const { cluster, minor, plugins, ledger } = context;
  const namespace = object.metadata?.namespace ?? '';
  const inNamespace = { cluster, minor, namespace };
  const refusal =
    kind.definition === 'core.v1.Pod'
      ? validatePod(object, plugins, inNamespace)
      : kind.definition === 'core.v1.PersistentVolumeClaim'
        ? refuseClaim(object, inNamespace)
        : undefined;
  return refusal ?? (namespace === '' ? undefined : ledger(namespace).charge(kind, object));
}
