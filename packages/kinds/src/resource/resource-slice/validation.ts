import { defineMessages } from '@podlint/messages';
import { type Decoded, FieldPath, type resource, semanticEqual } from '@podlint/model';
import { type Context, dnsLabelProblem, dnsSubdomainProblem, requireName, requireUnchanged } from '@podlint/validation';
import type { Strategy } from '../../strategy.js';
import { byName, validateItems, validateSet } from '../items.js';
import { validateDriverName, validatePoolName } from '../names.js';
import { validateDeviceTaint } from '../tolerations.js';
import { validateCounters } from './counters.js';
import { validateDevice } from './device.js';
import { validateNodeChoice } from './nodes.js';

const says = defineMessages('resource-slice', {
  'no-slices': 'A pool has {count} slices, which cannot be: it has at least this one. Use 1 or more.',
  'negative-generation': 'The generation of a pool is not negative. Use 0 or more.',
  'counters-and-devices': 'A slice holds either counters or devices. Move `sharedCounters` to a slice of their own.',
});

type Slice = Decoded<resource.ResourceSlice>;
type SliceSpec = Decoded<resource.ResourceSliceSpec>;
type Device = Decoded<resource.Device>;

const specPath = FieldPath.root.child('spec');

/** ResourceSliceMaxDevices, and ResourceSliceMaxDevicesWithAdvancedFeatures: where one has taints or counters. */
const maxDevices = { plain: 128, advanced: 64 };
const maxCounterSets = 8;
const maxTaints = 16;

/** pkg/registry/resource/resourceslice/strategy.go, and ValidateResourceSlice in pkg/apis/resource/validation. */
export const resourceSliceStrategy: Strategy<Slice> = {
  nameProblem: dnsSubdomainProblem,
  countsGenerations: true,
  validateCreate({ spec = {} }, context) {
    validateSpec(spec, undefined, context);
  },
  validateUpdate({ spec = {} }, { spec: old = {} }, context) {
    validateSpec(spec, old, context);
    requireUnchanged(spec.pool ?? {}, old.pool ?? {}, ['name'], specPath.child('pool'), context);
    requireUnchanged(spec, old, ['driver', 'nodeName'], specPath, context);
  },
};

/** validateResourceSliceSpec. */
function validateSpec(spec: SliceSpec, old: SliceSpec | undefined, context: Context): void {
  const { devices, sharedCounters } = spec;
  validateDriverName(spec.driver ?? '', specPath.child('driver'), context);
  validatePool(spec.pool ?? {}, specPath.child('pool'), context);
  validateNodeChoice('slice', spec, specPath, context);
  if (sharedCounters && devices) context.report.invalid(specPath, says['counters-and-devices']());
  validateDevices(devices ?? [], spec.perDeviceNodeSelection ?? false, old?.devices ?? [], context);
  const countersPath = specPath.child('sharedCounters');
  validateSet(sharedCounters ?? [], byName, maxCounterSets, countersPath, context, (set, at) => {
    requireName(set.name, at.child('name'), dnsLabelProblem, context);
    validateCounters(set.counters, at.child('counters'), context);
  });
}

function validatePool(
  { name, resourceSliceCount: count = 0, generation = 0 }: Decoded<resource.ResourcePool>,
  path: FieldPath,
  context: Context,
): void {
  validatePoolName(name, path.child('name'), context);
  if (count <= 0) context.report.invalid(path.child('resourceSliceCount'), says['no-slices']({ count }));
  if (generation < 0) context.report.invalid(path.child('generation'), says['negative-generation']());
}

function validateDevices(
  devices: readonly Device[],
  eachHasNodes: boolean,
  old: readonly Device[],
  context: Context,
): void {
  const limit = devices.some(isAdvanced) ? maxDevices.advanced : maxDevices.plain;
  validateSet(devices, byName, limit, specPath.child('devices'), context, (device, at) => {
    validateDevice(device, eachHasNodes, at, context);
    const stored = old.find(({ name = '' }) => name === (device.name ?? ''));
    if (!stored || !semanticEqual(stored.taints, device.taints, 'taints'))
      validateItems(device.taints ?? [], maxTaints, at.child('taints'), context, (taint, taintPath) => {
        validateDeviceTaint(taint, taintPath, context);
      });
  });
}

/** haveDeviceTaints, haveConsumesCounters and haveListAttributes. */
function isAdvanced({ taints = [], consumesCounters = [], attributes = {} }: Device): boolean {
  const hasLists = Object.values(attributes).some(
    ({ bools, ints, strings, versions }) => bools ?? ints ?? strings ?? versions,
  );
  return taints.length > 0 || consumesCounters.length > 0 || hasLists;
}
