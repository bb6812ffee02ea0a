import type { SizeOfPath } from '../estimate/node.js';

/** How large a value can be, and what it is made of. */
interface Sized {
  readonly most: number;
  readonly fields?: Readonly<Record<string, Sized>>;
  readonly keys?: Sized;
  readonly values?: Sized;
}

/** ResourceSliceMaxAttributesAndCapacitiesPerDevice. */
const maxEntries = 32;
const domain: Sized = { most: 63 };
const name: Sized = { most: 32 };
/** DeviceAttributeMaxValueLength. */
const attribute: Sized = { most: 64 };
/** Upstream's type of amounts says no size. */
const amount: Sized = { most: 0 };

const byDomain = (value: Sized): Sized => ({
  most: maxEntries,
  keys: domain,
  values: { most: maxEntries, keys: name, values: value },
});

const device: Sized = {
  most: 0,
  fields: {
    driver: { most: 63 },
    allowMultipleAllocations: { most: 1 },
    attributes: byDomain(attribute),
    capacity: byDomain(amount),
  },
};

/** How large values in `device` can be (k8s.io/dynamic-resource-allocation/cel/compile.go, sizeEstimator). */
export const sizeInDevice: SizeOfPath = ([root, ...steps]) => {
  if (root !== 'device') return undefined;
  let value: Sized | undefined = device;
  for (const step of steps) value = value && stepInto(value, step);
  return value && { min: 0, max: value.most };
};

function stepInto({ fields, keys, values }: Sized, step: string): Sized | undefined {
  if (step === '@items' || step === '@values') return values;
  if (step === '@keys') return keys;
  if (fields && Object.hasOwn(fields, step)) return fields[step];
  // All attributes are of one size, whatever their names.
  return values === attribute ? attribute : undefined;
}
