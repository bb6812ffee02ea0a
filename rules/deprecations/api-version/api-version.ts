import type { Minor } from '@podlint/model';

/**
 * Versions of the Kubernetes API on their way out, or not on by default: the APILifecycle functions of k8s.io/api
 * (zz_generated.prerelease-lifecycle.go; for what is gone there, the last version that had it: 0.21.14, 0.24.17,
 * 0.26.15, 0.29.6 and later), of kube-aggregator and of apiextensions-apiserver 0.21.14, and for alpha and beta
 * versions the storage that pkg/registry/<group>/rest of each Kubernetes version sets up and the lists in
 * pkg/controlplane/instance.go.
 */
export interface ApiVersion {
  readonly apiVersion: string;
  readonly kinds: readonly string[];
  readonly deprecated?: Minor;
  /** The first version that does not serve it. */
  readonly removed?: Minor;
  /** The API version that serves the kind in its place, and the first Kubernetes version that does. */
  readonly instead?: { readonly apiVersion: string; readonly since: Minor };
  /** What else has to be done: a sentence. Absent where the new name is all that changes. */
  readonly advice?: string;
  /** Fields whose meaning changes with the name, in a few objects; the others need the new name only. */
  readonly changesMeaningOf?: (object: Readonly<Record<string, unknown>>) => boolean;
  /**
   * The old version took the labels of the template for a selector that was missing (SetDefaults_DaemonSet and its like
   * in pkg/apis/extensions/v1beta1 until 1.15); the new one refuses the object.
   */
  readonly needsSelector?: true;
  /**
   * A server has it only if --runtime-config turns it on. Since when there is something to turn on; 29 also stands for
   * everything before it.
   */
  readonly onDemand?: Minor;
}

type Details = Omit<ApiVersion, 'apiVersion' | 'kinds'>;

export function entry(apiVersion: string, kinds: string, details: Details): ApiVersion {
  return { apiVersion, kinds: kinds.split(' '), ...details };
}

/** Replaced by `since`, in which it is called `apiVersion`. */
export function by(apiVersion: string, since: Minor): Pick<ApiVersion, 'instead'> {
  return { instead: { apiVersion, since } };
}

/** The group of FlowSchema and PriorityLevelConfiguration, and what changed in both. */
export const flows = 'flowcontrol.apiserver.k8s.io';
export const shares = 'spec.limited.assuredConcurrencyShares is called nominalConcurrencyShares now.';

export interface WithSpec<Spec> {
  readonly spec?: Spec;
}
