import { defineMessages } from '@podlint/messages';
import { type Decoded, FieldPath, type Minor, type storage, semanticEqual } from '@podlint/model';
import {
  type Context,
  FirstUses,
  byteLength,
  dnsSubdomainProblem,
  qualifiedNameProblem,
  related,
  requireField,
  validateCsiDriverName,
  validateNotNegative,
} from '@podlint/validation';
import type { Strategy } from '../../strategy.js';

const says = defineMessages('csi-node', {
  'node-id-too-long': "The node's id may have {limit} bytes. Shorten it.",
  'driver-twice': 'The driver "{name}" is listed twice. Remove one.',
  'empty-key': 'A topology key without a name is no label. Remove it.',
  'key-twice': 'The topology key "{key}" is listed twice. Remove one.',
  'invalid-key': '"{key}" cannot be the key of a label: {problem}.',
  'driver-settled':
    'What a driver says of a node is settled when it is registered. Remove the driver, and register it anew.',
});

type CSINode = Decoded<storage.CSINode>;
type Driver = Decoded<storage.CSINodeDriver>;

const driversPath = FieldPath.root.child('spec', 'drivers');
const maxNodeIdBytes = 256;
/** Before, the server's name for the field was that of its type. */
const driversNamedSince: Minor = 33;

/** pkg/registry/storage/csinode/strategy.go, and ValidateCSINode in pkg/apis/storage/validation. */
export const csiNodeStrategy: Strategy<CSINode> = {
  nameProblem: dnsSubdomainProblem,
  updateChecksName: true,
  validateCreate: validateCSINode,
  validateUpdate(node, { spec: old = {} }, context) {
    validateCSINode(node, context);
    for (const stored of old.drivers ?? [])
      node.spec?.drivers?.forEach((driver, i) => validateSettled(driver, stored, i, context));
  },
};

/** ValidateCSINodeUpdate: a driver stays as it is, but for how many volumes the node can have. */
function validateSettled(driver: Driver, old: Driver, i: number, context: Context): void {
  if ((driver.name ?? '') !== (old.name ?? '')) return;
  const allocatable = context.enabled('MutableCSINodeAllocatableCount') ? { allocatable: undefined } : {};
  if (semanticEqual({ ...driver, ...allocatable }, { ...old, ...allocatable }, 'drivers')) return;
  const path = context.minor >= driversNamedSince ? driversPath : FieldPath.root.child('CSINodeDriver');
  context.report.invalid(path, says['driver-settled'](), { at: driversPath.index(i) });
}

function validateCSINode({ spec: { drivers = [] } = {} }: CSINode, context: Context): void {
  const uses = new FirstUses<number>();
  drivers.forEach((driver, i) => {
    const { name = '' } = driver;
    const path = driversPath.index(i);
    validateDriver(driver, path, context);
    const first = uses.record(name, i);
    if (first !== undefined)
      context.report.duplicate(path.child('name'), says['driver-twice']({ name }), {
        related: [{ field: driversPath.index(first).child('name'), message: related['first-one']() }],
      });
  });
}

function validateDriver(driver: Driver, path: FieldPath, context: Context): void {
  const { name, nodeID = '', allocatable = {}, topologyKeys = [] } = driver;
  validateCsiDriverName(name ?? '', path.child('name'), context);
  requireField(nodeID, path.child('nodeID'), context);
  if (byteLength(nodeID) > maxNodeIdBytes)
    context.report.invalid(path.child('nodeID'), says['node-id-too-long']({ limit: maxNodeIdBytes }));
  validateNotNegative(allocatable, ['count'], path.child('allocatable'), context);
  validateTopologyKeys(topologyKeys, path, context);
}

/** The server names the driver, not the key. */
function validateTopologyKeys(keys: readonly string[], path: FieldPath, { report }: Context): void {
  const uses = new FirstUses<number>();
  keys.forEach((key, i) => {
    const at = path.child('topologyKeys').index(i);
    if (key === '') report.required(path, says['empty-key'](), { at });
    if (uses.record(key, i) !== undefined) report.duplicate(path, says['key-twice']({ key }), { at });
    const problem = qualifiedNameProblem(key);
    if (problem) report.invalid(path, says['invalid-key']({ key, problem }), { at });
  });
}
