import type { ObjectView } from '@podlint/engine/rule';
import { own } from '@podlint/plain';

/** Helm and Argo CD start such objects themselves, wait for them and often delete them. */
const hookAnnotations = ['helm.sh/hook', 'argocd.argoproj.io/hook'];

/** Whether an object is a hook or a test of a release, and no part of what stays. */
export function isHook({ metadata: { annotations } }: ObjectView): boolean {
  return annotations !== undefined && hookAnnotations.some((name) => own(annotations, name) !== undefined);
}
