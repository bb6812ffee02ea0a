import { defineMessages } from '@podlint/messages';
import type { FieldPath } from '@podlint/model';
import type { Context } from '../../context.js';
import { FirstUses } from '../first-uses.js';
import { validateContainerCommon } from './common.js';
import { validateImagePadding } from './image.js';
import { validateUniqueName, type ContainerNames } from './names.js';
import type { EphemeralContainer, PodFacts } from './pod-facts.js';

const says = defineMessages('ephemeral-container', {
  'unknown-target':
    'The pod has no container named "{name}" to look into. Name one of spec.containers or spec.initContainers.',
  containers: 'the containers of the pod',
  'forbidden-field':
    'An ephemeral container cannot have {field}. It is for debugging and gets nothing of its own from the Pod. Remove it.',
  'sub-path': 'An ephemeral container can mount a volume only as a whole. Remove {field}.',
});

/**
 * What the pod's work would come to rely on, and a container for debugging is not for
 * (allowedEphemeralContainerFields).
 * An empty list counts as set: to the server it is not the same as none.
 */
const forbiddenFields = [
  'ports',
  'lifecycle',
  'livenessProbe',
  'readinessProbe',
  'startupProbe',
  'resizePolicy',
  'restartPolicy',
  'restartPolicyRules',
] as const satisfies readonly (keyof EphemeralContainer)[];

/** spec.ephemeralContainers (validateEphemeralContainers). */
export function validateEphemeralContainers(facts: PodFacts, context: Context): void {
  const containers = facts.spec.ephemeralContainers;
  if (!containers?.length) return;
  const listPath = facts.specPath.child('ephemeralContainers');
  const targets = namesOfOthers(facts);
  const names: ContainerNames = new FirstUses();
  targets.forEach((path, name) => names.record(name, path));
  containers.forEach((container, i) => {
    const path = listPath.index(i);
    validateContainerCommon(container, path, facts, context);
    validateImagePadding(container, path, context);
    validateUniqueName(container.name ?? '', path, names, context);
    validateTarget(container, path, targets, facts, context);
    validateForbiddenFields(container, path, context);
    validateNoSubPaths(container, path, context);
  });
}

/** The containers that an ephemeral one can look into, by name. */
function namesOfOthers({ spec, specPath }: PodFacts): ReadonlyMap<string, FieldPath> {
  const names = new Map<string, FieldPath>();
  spec.containers?.forEach(({ name = '' }, i) => names.set(name, specPath.child('containers').index(i)));
  spec.initContainers?.forEach(({ name = '' }, i) => names.set(name, specPath.child('initContainers').index(i)));
  return names;
}

function validateTarget(
  { targetContainerName: target }: EphemeralContainer,
  path: FieldPath,
  targets: ReadonlyMap<string, FieldPath>,
  { specPath }: PodFacts,
  context: Context,
): void {
  if (!target || targets.has(target)) return;
  context.report.notFound(path.child('targetContainerName'), says['unknown-target']({ name: target }), {
    related: [{ field: specPath.child('containers'), message: says.containers() }],
  });
}

function validateForbiddenFields(container: EphemeralContainer, path: FieldPath, context: Context): void {
  for (const field of forbiddenFields) {
    if (container[field] !== undefined) reportForbidden(field, path, context);
  }
  const { limits, requests, claims } = container.resources ?? {};
  if (limits ?? requests ?? claims) reportForbidden('resources', path, context);
}

function reportForbidden(field: string, path: FieldPath, context: Context): void {
  context.report.forbidden(path.child(field), says['forbidden-field']({ field }));
}

/** A mounted part of a volume would stay behind until the pod ends. */
function validateNoSubPaths({ volumeMounts }: EphemeralContainer, path: FieldPath, context: Context): void {
  volumeMounts?.forEach((mount, i) => {
    for (const field of ['subPath', 'subPathExpr'] as const) {
      if (!mount[field]) continue;
      context.report.forbidden(path.child('volumeMounts').index(i).child(field), says['sub-path']({ field }));
    }
  });
}
