import type { Decoded, core } from '@podlint/model';
import { type Defaulting, defaultResourceList } from '@podlint/model/defaults';

/** SetObjectDefaults_ResourceQuota, pkg/apis/core/v1/zz_generated.defaults.go. */
export function defaultResourceQuota({ spec }: Decoded<core.ResourceQuota>, defaulting: Defaulting): void {
  defaultResourceList(spec?.hard, defaulting);
}
