import { defineMessages } from '@podlint/messages';
import type { FieldPath } from '@podlint/model';
import type { Context } from '../../context.js';
import type { ErrorDetails } from '../../errors.js';
import { byteLength, dnsSubdomainProblem } from '../../formats.js';
import { requireFields } from './required.js';
import type { SourceCheck } from './types.js';

const says = defineMessages('csi-volume', {
  'no-driver': 'No CSI driver is named. Set "driver" to the name of a driver that the cluster has.',
  'driver-too-long':
    'The name of the driver is longer than {limit} characters, so no such driver exists. Check the name.',
  'invalid-driver': '"{driver}" is not a name that a CSI driver can have: {problem}.',
  'no-secret': '"nodePublishSecretRef" names no Secret. Set its "name", or leave it out.',
  'invalid-secret': '"{name}" is not a name that a Secret can have: {problem}.',
});

const flexSays = defineMessages('flex-volume', {
  driver: 'the name of the FlexVolume driver',
  'reserved-option':
    'The option "{option}" is in a domain that Kubernetes keeps for what the kubelet tells the driver. Use a name of your own.',
});

const maxDriverNameLength = 63;
/** Before this minor the server said of an absent name also that its form is wrong (ValidateCSIDriverName). */
const absentNameReportedOnceSince = 35;

export const validateCsi: SourceCheck<'csi'> = (csi, path, { context }) => {
  validateCsiDriverName(csi.driver ?? '', path.child('driver'), context);
  if (csi.nodePublishSecretRef) validateNodePublishSecret(csi.nodePublishSecretRef.name, path, context);
};

export function validateCsiDriverName(driver: string, path: FieldPath, context: Context, details?: ErrorDetails): void {
  if (driver === '') {
    context.report.required(path, says['no-driver'](), details);
    if (context.minor >= absentNameReportedOnceSince) return;
  }
  if (byteLength(driver) > maxDriverNameLength)
    context.report.tooLong(path, says['driver-too-long']({ limit: maxDriverNameLength }), details);
  const problem = dnsSubdomainProblem(driver.toLowerCase());
  if (problem) context.report.invalid(path, says['invalid-driver']({ driver, problem }), details);
}

function validateNodePublishSecret(name: string | undefined, path: FieldPath, context: Context): void {
  const namePath = path.child('nodePublishSecretRef', 'name');
  if (!name) {
    context.report.required(namePath, says['no-secret']());
    return;
  }
  const problem = dnsSubdomainProblem(name);
  // The server leaves "nodePublishSecretRef" out of this one path (validateCSIVolumeSource).
  if (problem)
    context.report.invalid(path.child('name'), says['invalid-secret']({ name, problem }), {
      at: namePath,
    });
}

const reservedDomains = ['.kubernetes.io', '.k8s.io'];

export const validateFlexVolume: SourceCheck<'flexVolume'> = (flexVolume, path, { context }) => {
  requireFields(flexVolume, { driver: flexSays.driver }, path, context);
  if (!flexVolume.options) return;
  for (const option of Object.keys(flexVolume.options)) {
    if (!isReserved(option)) continue;
    context.report.invalid(path.child('options').key(option), flexSays['reserved-option']({ option }));
  }
};

/** Whether the option, or its part before the first "/", lies in one of the project's own domains, in any case. */
function isReserved(option: string): boolean {
  const [domain = ''] = option.split('/', 1);
  const normalized = `.${domain.toLowerCase()}`;
  return reservedDomains.some((reserved) => normalized.endsWith(reserved));
}
