import type { Decoded, FieldPath, networking } from '@podlint/model';

export type NetworkPolicyPeer = Decoded<networking.NetworkPolicyPeer>;

interface PlacedPeer {
  readonly peer: NetworkPolicyPeer;
  readonly path: FieldPath;
}

/** Everybody that the rules let in or out. */
export function peersOf(
  { ingress = [], egress = [] }: Decoded<networking.NetworkPolicySpec>,
  path: FieldPath,
): PlacedPeer[] {
  const placed = (peers: readonly NetworkPolicyPeer[] = [], list: FieldPath): PlacedPeer[] =>
    peers.map((peer, i) => ({ peer, path: list.index(i) }));
  return [
    ...ingress.flatMap(({ from }, i) => placed(from, path.child('ingress').index(i).child('from'))),
    ...egress.flatMap(({ to }, i) => placed(to, path.child('egress').index(i).child('to'))),
  ];
}
