import { defineMessages } from '@podlint/messages';
import { type Decoded, FieldPath, type Minor, type apps } from '@podlint/model';
import { type Warn, warnAboutClaimAmounts } from '@podlint/validation';

const says = defineMessages('stateful-set-warning', {
  'negative-history': 'A negative limit keeps all old revisions for ever. Use 0 or more.',
});

/** Since then a StatefulSet's negative history limit is commented on (pkg/registry/apps/statefulset/strategy.go). */
const historyLimitCheckedSince: Minor = 33;

export function warnAboutStatefulSet({ spec = {} }: Decoded<apps.StatefulSet>, warn: Warn, minor: Minor): void {
  const path = FieldPath.root.child('spec');
  spec.volumeClaimTemplates?.forEach((claim, i) => {
    const claimPath = path.child('volumeClaimTemplates').index(i);
    warnAboutClaimAmounts(claim.spec ?? {}, claimPath, warn, claimPath.child('spec'));
  });
  if (minor >= historyLimitCheckedSince && (spec.revisionHistoryLimit ?? 0) < 0) {
    warn(path.child('revisionHistoryLimit'), says['negative-history']());
  }
}
