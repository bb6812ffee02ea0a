import { type FieldReferences, objectNamed } from '../reference.js';

/** Who a claim's spec names. */
export function claimReferences(base: string): readonly FieldReferences[] {
  const requests = `${base}.devices.requests[]`;
  return [
    {
      refersTo: objectNamed('DeviceClass'),
      fields: [`${requests}.exactly.deviceClassName`, `${requests}.firstAvailable[].deviceClassName`],
    },
  ];
}
