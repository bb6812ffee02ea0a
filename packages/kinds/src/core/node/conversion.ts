import { defineMessages } from '@podlint/messages';
import { type Decoded, FieldPath, type core } from '@podlint/model';
import { type Context, lostFields } from '@podlint/validation';

const says = defineMessages('node-field', {
  'other-pod-cidr':
    'podCIDR is another range than the first of podCIDRs, and then the server keeps podCIDR alone. Make them agree.',
  'config-source': 'Kubelets no longer read their configuration from the API, so the server removes this. Remove it.',
});

type Node = Decoded<core.Node>;

const specPath = FieldPath.root.child('spec');

/**
 * The older field, podCIDR, is right where both are set and differ (Convert_v1_NodeSpec_To_core_NodeSpec,
 * pkg/apis/core/v1/conversion.go).
 */
export function readPodCidr({ spec }: Node, { dropped }: Context): void {
  if (!spec?.podCIDR || spec.podCIDR === spec.podCIDRs?.[0]) return;
  const podCIDRs = [spec.podCIDR];
  for (const path of lostFields(spec.podCIDRs ?? [], podCIDRs, specPath.child('podCIDRs')))
    dropped.push({ path, why: says['other-pod-cidr']() });
  spec.podCIDRs = podCIDRs;
}

/** Convert_core_NodeSpec_To_v1_NodeSpec. */
export function writePodCidr(stored: Node): void {
  const [first] = stored.spec?.podCIDRs ?? [];
  if (stored.spec && first !== undefined) stored.spec.podCIDR = first;
}

/** dropDisabledFields, pkg/registry/core/node/strategy.go. */
export function dropConfigSource({ spec }: Node, { dropped }: Context): void {
  if (spec?.configSource === undefined) return;
  for (const path of lostFields(spec.configSource, undefined, specPath.child('configSource')))
    dropped.push({ path, why: says['config-source']() });
  delete spec.configSource;
}
