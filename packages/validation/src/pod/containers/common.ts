import { defineMessages, type Message } from '@podlint/messages';
import type { FieldPath } from '@podlint/model';
import type { Context } from '../../context.js';
import { validateChoice } from '../choices.js';
import { validateEnv } from './env.js';
import { validateEnvFrom } from './env-from.js';
import { validateContainerName } from './names.js';
import type { Container, PodFacts } from './pod-facts.js';
import { validatePorts } from './ports.js';
import { validateResizePolicy } from './resize-policy.js';
import { validateResourceRequirements } from './resources.js';
import { validateSecurityContext } from './security-context.js';
import { validateVolumeDevices } from './volume-devices.js';
import { validateVolumeMounts } from './volume-mounts.js';
import { validateVolumeOverlap } from './volume-overlap.js';

const says = defineMessages('container', {
  'no-image':
    'The container has no image, so there is nothing to run. Set image to a reference such as "registry.example/app:1.2".',
  'no-image-near':
    'The container has no image, so there is nothing to run. If it is a patch for "{near}", correct the name; else set image.',
  'no-termination-message-policy':
    'The kubelet has to know where the last message of the container comes from. Set "File".',
  'no-pull-policy': 'The kubelet has to know when to pull the image. Set "IfNotPresent".',
});

const terminationMessagePolicies = ['File', 'FallbackToLogsOnError'] as const;
const pullPolicies = ['Always', 'IfNotPresent', 'Never'] as const;

/** What holds for containers of every kind (validateContainerCommon, pkg/apis/core/validation/validation.go). */
export function validateContainerCommon(
  container: Container,
  path: FieldPath,
  facts: PodFacts,
  context: Context,
): void {
  const { report } = context;
  validateContainerName(container.name, path, context);
  if (!container.image) report.required(path.child('image'), noImage(container, facts));
  validateChoice(
    container.terminationMessagePolicy,
    terminationMessagePolicies,
    path,
    'terminationMessagePolicy',
    says['no-termination-message-policy'],
    report,
  );
  validateChoice(container.imagePullPolicy, pullPolicies, path, 'imagePullPolicy', says['no-pull-policy'], report);
  if (container.ports) validatePorts(container.ports, path.child('ports'), context);
  if (container.env) validateEnv(container.env, path.child('env'), facts, context);
  if (container.envFrom) validateEnvFrom(container.envFrom, path.child('envFrom'), context);
  if (container.volumeMounts) validateVolumeMounts(container, path.child('volumeMounts'), facts, context);
  if (container.volumeDevices) validateVolumeDevices(container, path.child('volumeDevices'), facts, context);
  validateVolumeOverlap(container, path, context);
  if (container.resources)
    validateResourceRequirements(container.resources, facts.resourceOwner, path.child('resources'), context);
  if (container.resizePolicy) validateResizePolicy(container.resizePolicy, path.child('resizePolicy'), facts, context);
  if (container.securityContext)
    validateSecurityContext(container.securityContext, path.child('securityContext'), facts, context);
}

/** What a patch adds where the name is not the one of the container that it is for. */
function noImage({ name = '' }: Container, { spec }: PodFacts): Message {
  const isNear = ({ name: other = '', image }: Container): boolean =>
    Boolean(image) && (other.startsWith(`${name}-`) || name.startsWith(`${other}-`));
  const near = name === '' ? undefined : (spec.containers?.find(isNear) ?? spec.initContainers?.find(isNear));
  return near ? says['no-image-near']({ near: near.name ?? '' }) : says['no-image']();
}
