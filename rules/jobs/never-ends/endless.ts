import type { ContainerView } from '@podlint/engine/rule';
import { isEnabled } from '@podlint/model';
import { endlessCommandOf, isStoppedByNeighbour } from '../../kit/endless.js';
import { imageReference } from '../../kit/images.js';

/** Images of proxies that stand beside a program, and end when they are told to. */
const proxies =
  /(?:^|\/)(?:cloud-?sql-proxy|cloud-sql-connectors\/cloud-sql-proxy|gce-proxy|proxyv2|envoy|linkerd-proxy|alloydb-auth-proxy)$/;
/** Flags by which they end with the program beside them. */
const endsWithOthers = /quit-?quit-?quit|exit-zero-on-sigterm/;

interface Endless {
  readonly message: 'command' | 'proxy' | 'policy';
  /** The command or the image. */
  readonly reason: string;
}

/** Why a container of a Job does not end by itself; undefined if it may. */
export function neverEnds(container: ContainerView, all: readonly ContainerView[]): Endless | undefined {
  const { value } = container;
  const endless = endlessCommandOf(container);
  if (isAlwaysRestarted(container)) return { message: 'policy', reason: 'restartPolicy: Always' };
  if (endless !== undefined) return isStoppedByNeighbour(all) ? undefined : { message: 'command', reason: endless };
  const regular = all.filter(({ role }) => role === 'regular');
  if (!value.image || regular.length < 2 || value.command?.length || !isProxy(value.image)) return undefined;
  const isTold = isStoppedByNeighbour(all) || value.args?.some((word) => endsWithOthers.test(word));
  return isTold ? undefined : { message: 'proxy', reason: value.image };
}

/** A policy of its own, which goes before the Pod's; a server that does not know it refuses it. */
function isAlwaysRestarted({ value, pod }: ContainerView): boolean {
  return value.restartPolicy === 'Always' && isEnabled('ContainerRestartRules', pod.object.minor);
}

function isProxy(image: string): boolean {
  const reference = imageReference(image);
  return reference.valid && proxies.test(reference.repository);
}
