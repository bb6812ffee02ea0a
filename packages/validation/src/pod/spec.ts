import { defineMessages } from '@podlint/messages';
import type { Decoded, FieldPath, core, meta } from '@podlint/model';
import type { Context } from '../context.js';
import { dnsSubdomainProblem } from '../formats.js';
import { validateChoice } from './choices.js';
import { containerResourceNames, validateContainers, validateResourceRequirements } from './containers/index.js';
import { validateHostProcess } from './host-process.js';
import { validateDns } from './network/dns.js';
import { validateHostAliases } from './network/host-aliases.js';
import { validateHostNames } from './network/host-names.js';
import { validateHostUsers } from './network/host-users.js';
import { validateOs } from './os.js';
import { validatePodResources } from './pod-resources.js';
import { validateResourceClaims } from './resource-claims.js';
import { validateScheduling } from './scheduling/index.js';
import { validatePodSecurityContext } from './security-context.js';
import { validateVolumes } from './volumes/index.js';
import { reportedUnder } from './volumes/misreported.js';

const says = defineMessages('pod-spec', {
  'no-restart-policy': 'The kubelet has to know whether to start containers again. Set "Always".',
  'deadline-out-of-range':
    'A pod can run for 1 to {max} seconds, and {seconds} is not between them. Correct it, or remove the field for a pod without a deadline.',
  'invalid-service-account': '"{name}" cannot be the name of a service account: {problem}.',
  'invalid-node': '"{name}" cannot be the name of a node: {problem}.',
  'invalid-priority-class': '"{name}" cannot be the name of a PriorityClass: {problem}.',
  'invalid-runtime-class': '"{name}" cannot be the name of a RuntimeClass: {problem}.',
});

type PodSpec = Decoded<core.PodSpec>;

const restartPolicies = ['Always', 'OnFailure', 'Never'] as const;
const noClaims: ReadonlySet<string> = new Set();
const maxActiveDeadline = 2 ** 31 - 1;

/** Fields that name another object, which is a DNS subdomain, and whether an empty name is one too. */
const objectNames = [
  { field: 'serviceAccountName', wrong: says['invalid-service-account'], empty: 'absent' },
  { field: 'nodeName', wrong: says['invalid-node'], empty: 'absent' },
  { field: 'priorityClassName', wrong: says['invalid-priority-class'], empty: 'absent' },
  { field: 'runtimeClassName', wrong: says['invalid-runtime-class'], empty: 'invalid' },
] as const satisfies readonly { field: keyof PodSpec; wrong: unknown; empty: 'absent' | 'invalid' }[];

/**
 * A pod's spec, in a Pod or in a template (ValidatePodSpec, pkg/apis/core/validation/validation.go).
 * `metadata` is a Pod's own and empty for a template, whose pods have no name yet.
 */
export function validatePodSpec(
  spec: PodSpec,
  metadata: Decoded<meta.ObjectMeta>,
  path: FieldPath,
  context: Context,
): void {
  const volumes = validateVolumes(spec, metadata, path.child('volumes'), context);
  if (spec.resourceClaims) validateResourceClaims(spec.resourceClaims, metadata, path.child('resourceClaims'), context);
  validateContainers(spec, volumes, path, context);
  validateResources(spec, path, context);
  validateLifetime(spec, path, context);
  validateNetwork(spec, path, context);
  validateScheduling(spec, path, context);
  validateObjectNames(spec, path, context);
  validateSecurity(spec, path, context);
}

function validateResources(spec: PodSpec, path: FieldPath, context: Context): void {
  const { resources, overhead } = spec;
  if (resources && context.options.podLevelResources) validatePodResources(resources, spec, path, context);
  if (overhead) validateOverhead(overhead, path.child('overhead'), path.child('overhead'), context);
}

/**
 * What the runtime itself needs is checked, and reported, as if it were a container's limits (validateOverhead).
 * `place`: where the amounts are written.
 */
export function validateOverhead(
  overhead: NonNullable<PodSpec['overhead']>,
  path: FieldPath,
  place: FieldPath,
  context: Context,
): void {
  const owner = { names: containerResourceNames, claimNames: noClaims };
  reportedUnder(path.child('limits'), place, context, () =>
    validateResourceRequirements({ limits: overhead }, owner, path, context),
  );
}

function validateLifetime(
  { restartPolicy, activeDeadlineSeconds }: PodSpec,
  path: FieldPath,
  { report }: Context,
): void {
  validateChoice(restartPolicy, restartPolicies, path, 'restartPolicy', says['no-restart-policy'], report);
  if (activeDeadlineSeconds === undefined || (activeDeadlineSeconds >= 1 && activeDeadlineSeconds <= maxActiveDeadline))
    return;
  report.invalid(
    path.child('activeDeadlineSeconds'),
    says['deadline-out-of-range']({ max: maxActiveDeadline, seconds: activeDeadlineSeconds }),
  );
}

function validateNetwork(spec: PodSpec, path: FieldPath, context: Context): void {
  validateDns(spec, path, context);
  validateHostNames(spec, path, context);
  if (spec.hostAliases) validateHostAliases(spec.hostAliases, path.child('hostAliases'), context);
}

function validateObjectNames(spec: PodSpec, path: FieldPath, { report }: Context): void {
  for (const { field, wrong, empty } of objectNames) {
    const name = spec[field];
    if (name === undefined || (name === '' && empty === 'absent')) continue;
    const problem = dnsSubdomainProblem(name);
    if (problem) report.invalid(path.child(field), wrong({ name, problem }));
  }
}

function validateSecurity(spec: PodSpec, path: FieldPath, context: Context): void {
  validatePodSecurityContext(spec, path, context);
  validateHostProcess(spec, path, context);
  validateHostUsers(spec, path, context);
  if (spec.os) validateOs(spec, path, context);
}
