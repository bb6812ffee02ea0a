import type { ContainerView, PodView } from '@podlint/engine/rule';
import { own } from '@podlint/plain';

type Amounts = 'limits' | 'requests';

/** What a container may take of a resource, by its own limit or by that of its Pod. */
export function limitOf({ value, pod }: ContainerView, resource: string): string | undefined {
  return own(value.resources?.limits, resource) ?? podAmount(pod, 'limits', resource);
}

/**
 * What is kept free for a container: its own request, or its limit (SetDefaults_Pod, pkg/apis/core/v1/defaults.go), or
 * what its Pod requests or may take as a whole.
 */
export function requestOf({ value, pod }: ContainerView, resource: string): string | undefined {
  const { requests, limits } = value.resources ?? {};
  return (
    own(requests, resource) ??
    own(limits, resource) ??
    podAmount(pod, 'requests', resource) ??
    podAmount(pod, 'limits', resource)
  );
}

/** Resources of the Pod as a whole; the server drops them where the version does not have them (before 1.34). */
function podAmount({ spec }: PodView, list: Amounts, resource: string): string | undefined {
  return own(spec.resources?.[list], resource);
}
