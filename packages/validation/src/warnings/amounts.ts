import { type Message, defineMessages } from '@podlint/messages';
import { type Decoded, type FieldPath, type Quantity, type ResourceList, type core, quantityIn } from '@podlint/model';
import { containerPath, visitContainers } from '../pod/visit-containers.js';
import type { PodScope, Warn } from './warning.js';

const says = defineMessages('byte-amount', {
  fraction: '{amount} is a fraction of a byte, as "m" means a thousandth. Write "M" or "Mi" for millions of bytes.',
});

const byteResources = ['memory', 'ephemeral-storage'] as const;

/** Fractions of a byte: `500m` of memory was most likely meant to be `500M`. */
export function warnAboutFractionsOfBytes(scope: PodScope): void {
  const { spec, specPath } = scope;
  if (spec.overhead) warnAboutList(spec.overhead, () => specPath.child('overhead'), scope.warn);
  visitContainers(spec, ({ resources }, list, i) => {
    if (!resources) return;
    const path = (field: string) => () => containerPath(specPath, list, i).child('resources', field);
    const { limits, requests } = resources;
    if (limits) warnAboutList(limits, path('limits'), scope.warn);
    if (requests)
      warnAboutList(requests, path('requests'), scope.warn, limits && { amounts: limits, path: path('limits') });
  });
}

/**
 * The same in a claim for storage (GetWarningsForPersistentVolumeClaimSpec, pkg/api/persistentvolumeclaim/util.go).
 * `path` is how the server names the claim's spec; `place` is where it is written when that is elsewhere.
 */
export function warnAboutClaimAmounts(
  { resources }: Decoded<core.PersistentVolumeClaimSpec>,
  path: FieldPath,
  warn: Warn,
  place = path,
): void {
  for (const field of ['requests', 'limits'] as const) {
    const amount = quantityIn(resources?.[field], 'storage');
    if (amount && !amount.isWhole())
      warn(
        path.child('resources', field).key('storage'),
        fractionMessage(amount),
        path === place ? undefined : { at: place.child('resources', field).key('storage') },
      );
  }
}

interface PlacedAmounts {
  readonly amounts: ResourceList;
  path(): FieldPath;
}

/** `source`: where an amount comes from that is the same there, as the server makes requests of limits. */
function warnAboutList(amounts: ResourceList, path: () => FieldPath, warn: Warn, source?: PlacedAmounts): void {
  for (const name of byteResources) {
    const amount = quantityIn(amounts, name);
    if (!amount || amount.isWhole()) continue;
    const isTakenOver = source !== undefined && source.amounts[name] === amounts[name];
    warn(path().key(name), fractionMessage(amount), isTakenOver ? { at: source.path().key(name) } : undefined);
  }
}

function fractionMessage(amount: Quantity): Message {
  return says.fraction({ amount: amount.toString() });
}
