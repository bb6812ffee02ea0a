import { defineMessages } from '@podlint/messages';
import { type Decoded, FieldPath, type Minor, type core } from '@podlint/model';
import type { Warn } from '@podlint/validation';

const says = defineMessages('service-account-warning', {
  'enforce-mountable':
    'The annotation "{key}" is deprecated since 1.32. Use a namespace of its own to keep Secrets from other Pods.',
});

const enforceMountableSecrets = 'kubernetes.io/enforce-mountable-secrets';
const deprecatedSince: Minor = 32;

/** warnIfHasEnforceMountableSecretsAnnotation, pkg/registry/core/serviceaccount/strategy.go. */
export function warnAboutServiceAccount({ metadata }: Decoded<core.ServiceAccount>, warn: Warn, minor: Minor): void {
  if (minor < deprecatedSince || metadata?.annotations?.[enforceMountableSecrets] === undefined) return;
  warn(
    FieldPath.root.child('metadata', 'annotations').key(enforceMountableSecrets),
    says['enforce-mountable']({ key: enforceMountableSecrets }),
  );
}
