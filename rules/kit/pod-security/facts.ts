import type { Collection } from '@podlint/engine/rule';

export const labelPrefix = 'pod-security.kubernetes.io/';

/** Of a Namespace its labels of Pod Security; of what makes Pods only that it does: few runs have to look at them. */
export type PodSecurityFacts = { readonly labels: Readonly<Record<string, string>> } | { readonly pods: true };

export const podSecurityFacts: Collection<PodSecurityFacts> = {
  name: 'pod-security',
  of({ apiVersion, kindName, metadata, judged }) {
    if (judged?.pod) return { pods: true };
    if (apiVersion !== 'v1' || kindName !== 'Namespace') return undefined;
    const labels = Object.entries(metadata.labels ?? {}).filter(([key]) => key.startsWith(labelPrefix));
    return labels.length > 0 ? { labels: Object.fromEntries(labels) } : undefined;
  },
  ofPod: () => ({ pods: true }),
};
