import { type Decoded, FieldPath, type Minor, type storage } from '@podlint/model';
import { type Warn, warnAboutNodeLabel } from '@podlint/validation';

/** GetWarningsForStorageClass, pkg/api/storage/util.go. */
export function warnAboutStorageClass(
  { allowedTopologies }: Decoded<storage.StorageClass>,
  warn: Warn,
  minor: Minor,
): void {
  const path = FieldPath.root.child('allowedTopologies');
  allowedTopologies?.forEach(({ matchLabelExpressions }, i) => {
    matchLabelExpressions?.forEach(({ key = '' }, j) =>
      warnAboutNodeLabel(key, () => path.index(i).child('matchLabelExpressions').index(j).child('key'), {
        minor,
        warn,
      }),
    );
  });
}
