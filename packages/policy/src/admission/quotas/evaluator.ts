import type { Message } from '@podlint/messages';
import type { Decoded, Kind, Minor, core } from '@podlint/model';
import type { KubernetesObject } from '@podlint/validation';
import type { Amounts } from '../plugins/pod-amounts.js';

/** What quotas have to know of a kind. */
export type CountedKind = Pick<Kind, 'group' | 'plural'>;

export type ScopeRequirement = Decoded<core.ScopedResourceSelectorRequirement>;

/** How objects of a resource count against quotas (apiserver/pkg/quota/v1, Evaluator). */
export interface Evaluator {
  /** Whether a quota's resource counts such objects. */
  readonly counts: (resource: string) => boolean;
  isInScope(requirement: ScopeRequirement, object: KubernetesObject, minor: Minor): boolean;
  /** What the object has to say because a quota counts these resources. */
  missing(resources: readonly string[], object: KubernetesObject): Message | undefined;
  usage(object: KubernetesObject): Amounts;
}

/** `count/deployments.apps` */
export function countName({ group, plural }: CountedKind): string {
  return `count/${plural}${group === '' ? '' : `.${group}`}`;
}
