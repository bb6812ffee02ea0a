import { type Decoded, FieldPath, type Minor, type networking } from '@podlint/model';
import { type Warn, spellingCheckedSince, warnAboutCidr } from '@podlint/validation';
import { peersOf } from './peers.js';

/** networkPolicyWarnings, pkg/registry/networking/networkpolicy/strategy.go. */
export function warnAboutNetworkPolicy(
  { spec = {} }: Decoded<networking.NetworkPolicy>,
  warn: Warn,
  minor: Minor,
): void {
  if (minor < spellingCheckedSince) return;
  for (const { peer, path } of peersOf(spec, FieldPath.root.child('spec'))) {
    const { cidr, except = [] } = peer.ipBlock ?? {};
    const blockPath = path.child('ipBlock');
    if (cidr) warnAboutCidr(cidr, blockPath.child('cidr'), warn);
    except.forEach((range, i) => warnAboutCidr(range, blockPath.child('except').index(i), warn));
  }
}
