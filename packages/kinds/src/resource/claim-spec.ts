import { defineMessages } from '@podlint/messages';
import type { Decoded, FieldPath, Minor, resource } from '@podlint/model';
import { type Context, type DisabledFields, requireField } from '@podlint/validation';
import type { ExpressionAge } from '../late-checks.js';
import { maxConfigurations, validateConfiguration } from './configuration.js';
import { validateItems } from './items.js';
import { validateFullyQualifiedName } from './names.js';
import { RequestNames, validateRequestReferences } from './request-names.js';
import { validateRequests } from './requests.js';

const says = defineMessages('device-constraint', {
  'no-attribute': 'The constraint compares nothing. Set `matchAttribute` or `distinctAttribute`.',
});

/** DeviceConstraintsMaxSize. */
const maxConstraints = 32;

/** validateResourceClaimSpec, pkg/apis/resource/validation. */
export function validateResourceClaimSpec(
  { devices: { requests = [], constraints = [], config = [] } = {} }: Decoded<resource.ResourceClaimSpec>,
  age: ExpressionAge,
  path: FieldPath,
  context: Context,
): void {
  const devices = path.child('devices');
  const names = new RequestNames(requests);
  validateRequests(requests, age, devices.child('requests'), context);
  validateItems(constraints, maxConstraints, devices.child('constraints'), context, (constraint, at) => {
    validateRequestReferences(constraint.requests ?? [], names, at.child('requests'), context);
    validateAttribute(constraint, at, context);
  });
  validateItems(config, maxConfigurations, devices.child('config'), context, (configuration, at) => {
    validateRequestReferences(configuration.requests ?? [], names, at.child('requests'), context);
    validateConfiguration(configuration, age, at, context);
  });
}

/** What the devices have to agree or differ in; of two only the first is looked at (validateDeviceConstraint). */
function validateAttribute(
  { matchAttribute, distinctAttribute }: Decoded<resource.DeviceConstraint>,
  path: FieldPath,
  context: Context,
): void {
  if (matchAttribute !== undefined) validateFullyQualifiedName(matchAttribute, path.child('matchAttribute'), context);
  else if (distinctAttribute !== undefined)
    validateFullyQualifiedName(distinctAttribute, path.child('distinctAttribute'), context);
  else if (context.enabled('DRAConsumableCapacity')) context.report.required(path, says['no-attribute']());
  else requireField(undefined, path.child('matchAttribute'), context);
}

/** Before this minor the server forgot to take these away. */
const forgottenUntil: Minor = 35;

/** DropDisabledFields, pkg/api/resourceclaimspec; gates that are on wherever the kind is served are left out. */
export function disabledClaimFields(base: string): readonly DisabledFields[] {
  const inDevices = (...fields: readonly string[]): readonly string[] =>
    fields.map((field) => `${base}.devices.${field}`);
  return [
    {
      gate: 'DRADeviceTaints',
      fields: inDevices('requests[].exactly.tolerations', 'requests[].firstAvailable[].tolerations'),
      since: forgottenUntil,
    },
    { gate: 'DRAConsumableCapacity', fields: inDevices('constraints[].distinctAttribute'), since: forgottenUntil },
    {
      gate: 'DRAConsumableCapacity',
      fields: inDevices('requests[].exactly.capacity', 'requests[].firstAvailable[].capacity'),
    },
  ];
}
