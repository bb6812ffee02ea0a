import { itemAt, type Field } from '@podlint/engine/rule';
import { labelsMatch, type networking } from '@podlint/model';
import { fieldsOf } from '../typed.js';
import type { KeptPeer, KnownObject, LabelSelector } from './facts.js';
import type { RunIndex } from './run-index.js';
import type { PlacedSelector } from './selecting.js';

/**
 * The selectors of the Pods that a network policy lets in or out to. Where it chooses among namespaces, and none of the
 * run is chosen, nobody knows their Pods.
 */
export function peerSelectors({ object, facts: { peers = [] } }: KnownObject, index: RunIndex): PlacedSelector[] {
  return peers.flatMap((peer) => {
    const namespaces = namespacesOf(peer, object, index);
    if (namespaces.length === 0) return [];
    return [{ selector: peer.pods, at: fieldOf(peer, object).podSelector.matchLabels, namespaces }];
  });
}

/** The namespaces of the run that a peer may be in. */
export function namespacesOf(
  { namespaces }: KeptPeer,
  { namespace }: Pick<KnownObject['object'], 'namespace'>,
  index: RunIndex,
): readonly string[] {
  return namespaces ? chosenNamespaces(namespaces, index) : [namespace];
}

/** Where a peer is. */
export function fieldOf(
  { list, items: [rule, peer] }: KeptPeer,
  object: Pick<KnownObject['object'], 'at'>,
): Field<networking.NetworkPolicyPeer> {
  const { spec } = fieldsOf<networking.NetworkPolicy>(object);
  return itemAt(list === 'ingress' ? itemAt(spec.ingress, rule).from : itemAt(spec.egress, rule).to, peer);
}

function chosenNamespaces(selector: LabelSelector, { namespaces }: RunIndex): readonly string[] {
  return namespaces.flatMap(({ object, facts }) => (labelsMatch(selector, facts.namespaceLabels) ? [object.name] : []));
}
