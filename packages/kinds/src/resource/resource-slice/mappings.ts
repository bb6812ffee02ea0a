import { defineMessages } from '@podlint/messages';
import type { Decoded, FieldPath, resource } from '@podlint/model';
import { type Context, isNativeResource } from '@podlint/validation';
import { validateEntries } from '../items.js';
import { quantityOf } from './amounts.js';

const says = defineMessages('node-allocatable-mapping', {
  'not-of-node': '"{name}" is not a resource of a node itself, such as cpu or memory.',
  'nothing-mapped': 'Nothing says how much is taken. Set `allocationMultiplier` or `capacityKey`.',
  'not-positive': 'A multiplier of {value} takes nothing. Use more than 0.',
  'empty-key': 'An empty name names no capacity. Write one, or remove the field.',
  'unknown-capacity': 'The device has no capacity "{key}".',
});

/** validateNodeAllocatableResourceMappings, pkg/apis/resource/validation. */
export function validateMappings(
  mappings: Readonly<Record<string, Decoded<resource.NodeAllocatableResourceMapping>>>,
  capacities: Readonly<Record<string, unknown>>,
  path: FieldPath,
  context: Context,
): void {
  const { report } = context;
  validateEntries(
    mappings,
    { entries: Infinity, keyBytes: Infinity },
    path,
    context,
    (name, { allocationMultiplier, capacityKey: key }, at) => {
      if (!isNativeResource(name)) report.invalid(at, says['not-of-node']({ name }), { inKey: true });
      if (allocationMultiplier === undefined && key === undefined) report.invalid(at, says['nothing-mapped']());
      if (allocationMultiplier !== undefined && quantityOf(allocationMultiplier).sign <= 0)
        report.invalid(at.child('allocationMultiplier'), says['not-positive']({ value: allocationMultiplier }));
      if (key === '') report.invalid(at.child('capacityKey'), says['empty-key']());
      else if (key !== undefined && !Object.hasOwn(capacities, key))
        report.notFound(at.child('capacityKey'), says['unknown-capacity']({ key }));
    },
  );
}
