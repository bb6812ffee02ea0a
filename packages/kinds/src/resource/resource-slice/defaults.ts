import type { Decoded, resource } from '@podlint/model';
import { type DefaultTable, type Defaulting, fillAbsent } from '@podlint/model/defaults';

const mappingDefaults: DefaultTable<Decoded<resource.NodeAllocatableResourceMapping>> = [
  ['allocationMultiplier', '1', 'what a device takes is taken from the node once'],
];
/** The server writes the time of the request. */
const taintDefaults: DefaultTable<Decoded<resource.DeviceTaint>> = [
  ['timeAdded', '<now>', 'the taint is as old as the object says'],
];

/** SetDefaults_Device and SetDefaults_DeviceTaint, pkg/apis/resource/v1/defaults.go. */
export function defaultResourceSlice({ spec }: Decoded<resource.ResourceSlice>, defaulting: Defaulting): void {
  for (const { taints = [], nodeAllocatableResourceMappings = {} } of spec?.devices ?? []) {
    for (const mapping of Object.values(nodeAllocatableResourceMappings))
      fillAbsent(mapping, mappingDefaults, defaulting);
    for (const taint of taints) fillAbsent(taint, taintDefaults, defaulting);
  }
}
