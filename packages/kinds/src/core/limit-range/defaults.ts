import { own } from '@podlint/plain';
import type { Decoded, ResourceList, core } from '@podlint/model';
import { type Defaulting, defaultResourceList, fill } from '@podlint/model/defaults';

type Item = Decoded<core.LimitRangeItem>;

const ownLists = ['max', 'min', 'default', 'defaultRequest', 'maxLimitRequestRatio'] as const;

/** SetObjectDefaults_LimitRange, pkg/apis/core/v1/zz_generated.defaults.go. */
export function defaultLimitRange({ spec }: Decoded<core.LimitRange>, defaulting: Defaulting): void {
  spec?.limits?.forEach((item) => {
    if (item.type === 'Container') defaultContainerLimits(item, defaulting);
    for (const field of ownLists) defaultResourceList(item[field], defaulting);
  });
}

/** SetDefaults_LimitRangeItem. */
function defaultContainerLimits(item: Item, defaulting: Defaulting): void {
  const limits = (item.default ??= {});
  const requests = (item.defaultRequest ??= {});
  fillAmounts(limits, item.max, 'a container without a limit gets the largest one', defaulting);
  fillAmounts(requests, limits, 'a container without a request gets its limit', defaulting);
  fillAmounts(requests, item.min, 'a container without a request gets the smallest one', defaulting);
}

function fillAmounts(list: ResourceList, from: ResourceList | undefined, why: string, defaulting: Defaulting): void {
  for (const name in from) if (own(list, name) === undefined) fill(list, name, from[name], why, defaulting);
}
