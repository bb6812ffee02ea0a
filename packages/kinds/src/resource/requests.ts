import { defineMessages } from '@podlint/messages';
import type { Decoded, FieldPath, resource } from '@podlint/model';
import { type Context, checkName, dnsLabelProblem, dnsSubdomainProblem, requireName } from '@podlint/validation';
import type { ExpressionAge } from '../late-checks.js';
import { byName, validateSet } from './items.js';
import { maxRequests } from './request-names.js';
import { validateSelectors } from './selectors.js';
import { validateDeviceTolerations } from './tolerations.js';

const says = defineMessages('device-request', {
  'nothing-requested': 'The request asks for nothing. Set `exactly`, or list alternatives in `firstAvailable`.',
  'both-requested': '`exactly` and `firstAvailable` exclude each other. Keep one of them.',
  'needless-count': 'All devices are asked for, so a count of {count} says nothing. Remove `count`.',
  'too-few': 'A count of {count} asks for no device. Use 1 or more.',
});

type DeviceRequest = Decoded<resource.DeviceRequest>;
/** `exactly`, or one of the alternatives. */
type Wanted = Decoded<resource.ExactDeviceRequest | resource.DeviceSubRequest>;

/** FirstAvailableDeviceRequestMaxSize. */
const maxAlternatives = 8;
const allocationModes = ['All', 'ExactCount'];
/** Before this minor both were looked at where both were set. */
const firstFaultOnlySince = 35;

/** The requests of a claim (validateDeviceRequest, pkg/apis/resource/validation). */
export function validateRequests(
  requests: readonly DeviceRequest[],
  age: ExpressionAge,
  path: FieldPath,
  context: Context,
): void {
  validateSet(requests, byName, maxRequests, path, context, (request, at) => {
    checkName(request.name ?? '', at.child('name'), dnsLabelProblem, context);
    validateWanted(request, age, at, context);
  });
}

function validateWanted(
  { exactly, firstAvailable = [] }: DeviceRequest,
  age: ExpressionAge,
  path: FieldPath,
  context: Context,
): void {
  const both = exactly !== undefined && firstAvailable.length > 0;
  if (both) context.report.invalid(path, says['both-requested']());
  else if (!exactly && firstAvailable.length === 0) context.report.required(path, says['nothing-requested']());
  if (both && context.minor >= firstFaultOnlySince) return;
  validateSet(firstAvailable, byName, maxAlternatives, path.child('firstAvailable'), context, (alternative, at) => {
    checkName(alternative.name ?? '', at.child('name'), dnsLabelProblem, context);
    validateDevices(alternative, age, at, context);
  });
  if (exactly) validateDevices(exactly, age, path.child('exactly'), context);
}

/** validateExactDeviceRequest and validateDeviceSubRequest. */
function validateDevices(wanted: Wanted, age: ExpressionAge, path: FieldPath, context: Context): void {
  requireName(wanted.deviceClassName, path.child('deviceClassName'), dnsSubdomainProblem, context);
  validateSelectors(wanted.selectors ?? [], age, path.child('selectors'), context);
  validateAllocationMode(wanted, path, context);
  validateDeviceTolerations(wanted.tolerations ?? [], path.child('tolerations'), context);
}

function validateAllocationMode(
  { allocationMode = '', count = 0 }: Wanted,
  path: FieldPath,
  { report }: Context,
): void {
  const countPath = path.child('count');
  if (allocationMode === 'All') {
    if (count !== 0) report.invalid(countPath, says['needless-count']({ count }));
  } else if (allocationMode === 'ExactCount') {
    if (count <= 0) report.invalid(countPath, says['too-few']({ count }));
  } else report.notSupported(path.child('allocationMode'), allocationMode, allocationModes);
}
