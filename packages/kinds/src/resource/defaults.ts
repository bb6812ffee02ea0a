import type { Decoded, resource } from '@podlint/model';
import { type DefaultTable, type Defaulting, fill, fillUnset } from '@podlint/model/defaults';

/** What `exactly` and an alternative have in common. */
type Wanted = Pick<Decoded<resource.ExactDeviceRequest>, 'allocationMode' | 'count' | 'tolerations'>;

const requestDefaults: DefaultTable<Pick<Wanted, 'allocationMode'>> = [
  ['allocationMode', 'ExactCount', 'a number of devices is asked for'],
];
const tolerationDefaults: DefaultTable<Decoded<resource.DeviceToleration>> = [
  ['operator', 'Equal', 'the value of the taint has to be the same'],
];

/** SetObjectDefaults_ResourceClaim, pkg/apis/resource/v1/zz_generated.defaults.go. */
export function defaultClaimSpec(spec: Decoded<resource.ResourceClaimSpec> | undefined, defaulting: Defaulting): void {
  for (const { exactly, firstAvailable = [] } of spec?.devices?.requests ?? [])
    for (const wanted of exactly ? [exactly, ...firstAvailable] : firstAvailable) defaultRequest(wanted, defaulting);
}

/** SetDefaults_ExactDeviceRequest and SetDefaults_DeviceSubRequest. */
function defaultRequest(wanted: Wanted, defaulting: Defaulting): void {
  fillUnset(wanted, requestDefaults, defaulting);
  if (wanted.allocationMode === 'ExactCount' && !wanted.count)
    fill(wanted, 'count', 1, 'one device is asked for', defaulting);
  for (const toleration of wanted.tolerations ?? []) fillUnset(toleration, tolerationDefaults, defaulting);
}
