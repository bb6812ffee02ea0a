import { defineMessages } from '@podlint/messages';
import type { Decoded, FieldPath, Minor, resource } from '@podlint/model';
import { type Context, checkName, dnsLabelProblem } from '@podlint/validation';
import { validateAttributes, valuesOf } from './attributes.js';
import { validateBinding } from './binding.js';
import { validateCapacities } from './capacity.js';
import { validateConsumptions } from './counters.js';
import { validateMappings } from './mappings.js';
import { validateDeviceNodes } from './nodes.js';

const says = defineMessages('device', {
  'too-many-facts': 'The device has {count} attributes and capacities, and {limit} are allowed. Remove some.',
  'too-many-values': 'The attributes have {count} values, and {limit} are allowed. Remove some.',
});

/** ResourceSliceMaxAttributesAndCapacitiesPerDevice. */
const maxFacts = 32;
/** ResourceSliceMaxAttributeValuesPerDevice. */
const maxValues = 48;
/** Attributes with several values came with this minor. */
const valuesCountedSince: Minor = 36;

/** validateDevice, pkg/apis/resource/validation. `eachHasNodes`: the slice leaves it to its devices. */
export function validateDevice(
  device: Decoded<resource.Device>,
  eachHasNodes: boolean,
  path: FieldPath,
  context: Context,
): void {
  const { attributes = {}, capacity = {} } = device;
  checkName(device.name ?? '', path.child('name'), dnsLabelProblem, context);
  validateSize(device, path, context);
  validateAttributes(attributes, path.child('attributes'), context);
  validateCapacities(capacity, device.allowMultipleAllocations ?? false, path.child('capacity'), context);
  validateConsumptions(device.consumesCounters ?? [], path.child('consumesCounters'), context);
  validateDeviceNodes(device, eachHasNodes, path, context);
  validateBinding(device, path, context);
  const mappingsPath = path.child('nodeAllocatableResourceMappings');
  validateMappings(device.nodeAllocatableResourceMappings ?? {}, capacity, mappingsPath, context);
}

function validateSize(
  { attributes = {}, capacity = {} }: Decoded<resource.Device>,
  path: FieldPath,
  { report, minor }: Context,
): void {
  const facts = Object.keys(attributes).length + Object.keys(capacity).length;
  if (facts > maxFacts) report.invalid(path, says['too-many-facts']({ count: facts, limit: maxFacts }));
  const values = Object.values(attributes).reduce((count, attribute) => count + valuesOf(attribute), 0);
  if (minor >= valuesCountedSince && values > maxValues)
    report.invalid(path, says['too-many-values']({ count: values, limit: maxValues }));
}
