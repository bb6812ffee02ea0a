import { defineMessages } from '@podlint/messages';
import { type Decoded, FieldPath, type Minor, isEnabled, type storage } from '@podlint/model';
import type { Warn } from '@podlint/validation';

const says = defineMessages('csi-driver-warning', {
  'tokens-in-context':
    'The tokens are handed over among the attributes of a volume, which drivers may log. Set serviceAccountTokenInSecrets: true where the driver supports it.',
});

/** WarningsOnCreate, pkg/registry/storage/csidriver/strategy.go. */
export function warnAboutCSIDriver({ spec = {} }: Decoded<storage.CSIDriver>, warn: Warn, minor: Minor): void {
  const { tokenRequests = [], serviceAccountTokenInSecrets } = spec;
  if (!isEnabled('CSIServiceAccountTokenSecrets', minor)) return;
  if (tokenRequests.length > 0 && serviceAccountTokenInSecrets === undefined)
    warn(FieldPath.root.child('spec', 'serviceAccountTokenInSecrets'), says['tokens-in-context'](), {
      at: FieldPath.root.child('spec', 'tokenRequests'),
    });
}
