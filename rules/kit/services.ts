import type { Collection } from '@podlint/engine/rule';
import type { Decoded, core } from '@podlint/model';

/** What of a Service decides which Pods it serves. */
export type ServiceFacts = Pick<Decoded<core.ServiceSpec>, 'selector' | 'ports' | 'publishNotReadyAddresses'>;

export function serviceFacts({
  apiVersion,
  kindName,
  value,
}: Parameters<Collection<unknown>['of']>[0]): ServiceFacts | undefined {
  if (apiVersion !== 'v1' || kindName !== 'Service') return undefined;
  const { selector, ports, publishNotReadyAddresses } = (value as Decoded<core.Service>).spec ?? {};
  return {
    ...(selector && { selector }),
    ...(ports && { ports }),
    ...(publishNotReadyAddresses && { publishNotReadyAddresses }),
  };
}
