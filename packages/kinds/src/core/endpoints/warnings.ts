import { defineMessages } from '@podlint/messages';
import { type Decoded, FieldPath, type Minor, type core } from '@podlint/model';
import { type Warn, warnAboutSpelling } from '@podlint/validation';

const says = defineMessages('endpoints-warning', {
  deprecated:
    'The kind Endpoints is deprecated since 1.33, and programs that read EndpointSlices may not see it. Use an EndpointSlice (discovery.k8s.io/v1).',
});

/** endpointsWarnings, pkg/registry/core/endpoint/strategy.go, and the kind's own deprecation. */
const warnedSince: Minor = 33;
const managedBy = 'endpoints.kubernetes.io/managed-by';
const controller = 'endpoint-controller';

export function warnAboutEndpoints(
  { metadata, subsets = [] }: Decoded<core.Endpoints>,
  warn: Warn,
  minor: Minor,
): void {
  if (minor < warnedSince) return;
  warn(FieldPath.root, says.deprecated(), { at: FieldPath.root.child('apiVersion') });
  // What the server's own controller writes is known to be sound.
  if (metadata?.labels?.[managedBy] === controller) return;
  subsets.forEach((subset, i) => {
    for (const field of ['addresses', 'notReadyAddresses'] as const) {
      const path = FieldPath.root.child('subsets').index(i).child(field);
      subset[field]?.forEach(({ ip = '' }, j) => warnAboutSpelling(ip, path.index(j).child('ip'), warn));
    }
  });
}
