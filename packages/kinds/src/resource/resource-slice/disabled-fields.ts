import type { DisabledFields } from '@podlint/validation';

const inDevices = (...fields: readonly string[]): readonly string[] => fields.map((field) => `spec.devices[].${field}`);

/** dropDisabledFields, pkg/registry/resource/resourceslice/strategy.go. */
export const disabledSliceFields: readonly DisabledFields[] = [
  { gate: 'DRADeviceTaints', fields: inDevices('taints') },
  {
    gate: 'DRAPartitionableDevices',
    fields: [
      'spec.sharedCounters',
      'spec.perDeviceNodeSelection',
      ...inDevices('consumesCounters', 'nodeName', 'nodeSelector', 'allNodes'),
    ],
  },
  {
    gate: 'DRADeviceBindingConditions',
    fields: inDevices('bindingConditions', 'bindingFailureConditions', 'bindsToNode'),
  },
  { gate: 'DRAConsumableCapacity', fields: inDevices('allowMultipleAllocations', 'capacity[].requestPolicy') },
  { gate: 'DRANodeAllocatableResources', fields: inDevices('nodeAllocatableResourceMappings') },
  {
    gate: 'DRAListTypeAttributes',
    fields: inDevices('attributes[].bools', 'attributes[].ints', 'attributes[].strings', 'attributes[].versions'),
  },
];
