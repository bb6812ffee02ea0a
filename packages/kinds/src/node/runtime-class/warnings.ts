import { type Decoded, FieldPath, type Minor, type node } from '@podlint/model';
import { type Warn, warnAboutNodeLabel } from '@podlint/validation';

/** GetWarningsForRuntimeClass, pkg/api/node/util.go. */
export function warnAboutRuntimeClass({ scheduling }: Decoded<node.RuntimeClass>, warn: Warn, minor: Minor): void {
  const path = FieldPath.root.child('scheduling', 'nodeSelector');
  for (const key in scheduling?.nodeSelector) warnAboutNodeLabel(key, () => path.key(key), { minor, warn });
}
