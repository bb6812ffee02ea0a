import { defineMessages } from '@podlint/messages';
import { type Decoded, FieldPath, type networking } from '@podlint/model';
import {
  type Context,
  type LabelSelectorOptions,
  dnsSubdomainProblem,
  selectorOptionsForUpdate,
  validateLabelSelector,
} from '@podlint/validation';
import type { Strategy } from '../../strategy.js';
import { validateIpBlock } from './ip-block.js';
import { type NetworkPolicyPeer, peersOf } from './peers.js';
import { validatePort } from './port.js';

const says = defineMessages('network-policy', {
  'too-many-types': 'There are two policy types, Ingress and Egress. List each once at most.',
  'no-peer':
    'The entry selects nothing. Set podSelector, namespaceSelector or ipBlock; to allow everything, leave the whole list out.',
  'block-and-selector': 'An entry is either a block of addresses or a selection of Pods. Make two entries of it.',
});

type NetworkPolicy = Decoded<networking.NetworkPolicy>;
type NetworkPolicySpec = Decoded<networking.NetworkPolicySpec>;

/** NetworkPolicyValidationOptions, pkg/apis/networking/validation. */
interface PolicyOptions {
  readonly selectors: LabelSelectorOptions;
  /** Ranges that the stored policy has, and that may stay as they are. */
  readonly oldRanges: ReadonlySet<string>;
}

const specPath = FieldPath.root.child('spec');
const policyTypes = ['Ingress', 'Egress'];

/** pkg/registry/networking/networkpolicy/strategy.go, and ValidateNetworkPolicy in pkg/apis/networking/validation. */
export const networkPolicyStrategy: Strategy<NetworkPolicy> = {
  nameProblem: dnsSubdomainProblem,
  updateChecksName: true,
  countsGenerations: true,
  validateCreate({ spec = {} }, context) {
    validateSpec(spec, { selectors: { values: 'checked' }, oldRanges: new Set() }, context);
  },
  validateUpdate({ spec = {} }, { spec: old = {} }, context) {
    const selectors = selectorOptionsForUpdate([old.podSelector], context);
    validateSpec(spec, { selectors, oldRanges: rangesOf(old) }, context);
  },
};

function rangesOf(spec: NetworkPolicySpec): ReadonlySet<string> {
  const blocks = peersOf(spec, specPath).flatMap(({ peer }) => peer.ipBlock ?? []);
  return new Set(blocks.flatMap(({ cidr = '', except = [] }) => [cidr, ...except]));
}

function validateSpec(spec: NetworkPolicySpec, options: PolicyOptions, context: Context): void {
  const { podSelector, ingress = [], egress = [] } = spec;
  validateLabelSelector(podSelector, specPath.child('podSelector'), context, options.selectors);
  for (const [list, rules] of [
    ['ingress', ingress],
    ['egress', egress],
  ] as const) {
    rules.forEach(({ ports = [] }, i) => {
      ports.forEach((port, j) => validatePort(port, specPath.child(list).index(i).child('ports').index(j), context));
    });
  }
  for (const { peer, path } of peersOf(spec, specPath)) validatePeer(peer, options, path, context);
  validatePolicyTypes(spec.policyTypes ?? [], specPath.child('policyTypes'), context);
}

function validatePolicyTypes(types: readonly string[], path: FieldPath, { report }: Context): void {
  if (types.length > policyTypes.length) {
    report.invalid(path, says['too-many-types']());
    return;
  }
  types.forEach((type, i) => {
    if (!policyTypes.includes(type)) report.notSupported(path.index(i), type, policyTypes);
  });
}

/** ValidateNetworkPolicyPeer. */
function validatePeer(peer: NetworkPolicyPeer, options: PolicyOptions, path: FieldPath, context: Context): void {
  const { podSelector, namespaceSelector, ipBlock } = peer;
  validateLabelSelector(podSelector, path.child('podSelector'), context, options.selectors);
  validateLabelSelector(namespaceSelector, path.child('namespaceSelector'), context, options.selectors);
  if (ipBlock) validateIpBlock(ipBlock, options.oldRanges, path.child('ipBlock'), context);
  const isSelection = Boolean(podSelector ?? namespaceSelector);
  if (!ipBlock && !isSelection) context.report.required(path, says['no-peer']());
  if (ipBlock && isSelection) context.report.forbidden(path, says['block-and-selector']());
}
