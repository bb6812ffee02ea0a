import { defineMessages } from '@podlint/messages';
import { type Decoded, FieldPath, type Minor, type core } from '@podlint/model';
import { type Warn, warnAboutCidr } from '@podlint/validation';

const says = defineMessages('node-warning', {
  'external-id': 'externalID is deprecated, and nothing in Kubernetes reads it. Remove it.',
});

/** The server comments on how ranges are written since this version (nodeWarnings, pkg/registry/core/node/strategy.go). */
const spellingCheckedSince: Minor = 33;

export function warnAboutNode({ spec }: Decoded<core.Node>, warn: Warn, minor: Minor): void {
  const path = FieldPath.root.child('spec');
  if (spec?.externalID) warn(path.child('externalID'), says['external-id']());
  if (minor < spellingCheckedSince) return;
  spec?.podCIDRs?.forEach((range, i) => warnAboutCidr(range, path.child('podCIDRs').index(i), warn));
}
