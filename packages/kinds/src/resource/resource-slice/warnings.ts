import { defineMessages } from '@podlint/messages';
import { type Decoded, FieldPath, type Minor, type resource } from '@podlint/model';
import type { Warn } from '@podlint/validation';

const says = defineMessages('resource-slice-warning', {
  'upper-case': 'The name of the driver, "{driver}", has upper case letters. Write it small, as drivers are named.',
});

const warnedSince: Minor = 35;

/** WarningsOnCreate, pkg/registry/resource/resourceslice/strategy.go. */
export function warnAboutResourceSlice(
  { spec: { driver = '' } = {} }: Decoded<resource.ResourceSlice>,
  warn: Warn,
  minor: Minor,
): void {
  if (minor >= warnedSince && driver !== driver.toLowerCase())
    warn(FieldPath.root.child('spec', 'driver'), says['upper-case']({ driver }));
}
