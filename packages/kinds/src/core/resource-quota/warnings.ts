import { own } from '@podlint/plain';
import { defineMessages } from '@podlint/messages';
import { type Decoded, FieldPath, type Minor, type core, quantityIn } from '@podlint/model';
import type { Warn } from '@podlint/validation';

const says = defineMessages('resource-quota-warning', {
  'requests-above-limits':
    'The quota lets Pods request {request} of {name} together but limits them to {limit}, so the requests can never be used up. Lower {requestName}, or raise {limitName}.',
  limit: 'the limit',
});

/** pkg/registry/core/resourcequota/strategy.go. */
const comparedSince: Minor = 35;
const resources = ['cpu', 'memory', 'storage', 'ephemeral-storage'];
/** cpu and memory can be written without "requests.". */
const shortResources = ['cpu', 'memory'];

export function warnAboutResourceQuota({ spec }: Decoded<core.ResourceQuota>, warn: Warn, minor: Minor): void {
  if (minor < comparedSince) return;
  const hard = spec?.hard ?? {};
  const path = FieldPath.root.child('spec', 'hard');
  for (const name of resources) {
    const isShort = own(hard, `requests.${name}`) === undefined && shortResources.includes(name);
    const requestName = isShort ? name : `requests.${name}`;
    const limitName = `limits.${name}`;
    const request = quantityIn(hard, requestName);
    const limit = quantityIn(hard, limitName);
    if (!request || !limit || request.compare(limit) <= 0) continue;
    warn(
      path.key(requestName),
      says['requests-above-limits']({
        request: request.toString(),
        name,
        limit: limit.toString(),
        requestName,
        limitName,
      }),
      { related: [{ field: path.key(limitName), message: says.limit() }] },
    );
  }
}
