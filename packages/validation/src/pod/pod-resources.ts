import { own } from '@podlint/plain';
import { defineMessages } from '@podlint/messages';
import {
  type Decoded,
  type FieldPath,
  type Quantity,
  type ResourceList,
  type core,
  aggregateContainerLimits,
  aggregateContainerRequests,
  isHugePages,
  quantityIn,
} from '@podlint/model';
import type { Context } from '../context.js';
import { podResourceNames, resourceClaimNames, validateResourceRequirements } from './containers/index.js';

const says = defineMessages('pod-resources', {
  windows: 'A Windows pod has no resources as a whole. Set them for each container.',
  claims: 'A pod as a whole uses no claims. Name them in the resources of the containers that need them.',
  'containers-exceed':
    'The containers ask for {sum} of {name} together, and the pod as a whole gets {amount}. Give the pod at least that much.',
  sum: 'the containers: {sum}',
  'container-exceeds':
    "The container may use {limit} of {name}, and its pod {podLimit} only. Lower the container's limit, or raise the pod's.",
  'pod-limit': "the pod's limit",
});

type PodSpec = Decoded<core.PodSpec>;
type ResourceRequirements = Decoded<core.ResourceRequirements>;

/** spec.resources, on by default since 1.34 (validatePodResources, pkg/apis/core/validation/validation.go). */
export function validatePodResources(
  resources: ResourceRequirements,
  spec: PodSpec,
  specPath: FieldPath,
  context: Context,
): void {
  const path = specPath.child('resources');
  if (spec.os?.name === 'windows') {
    context.report.forbidden(path, says.windows());
    return;
  }
  if (resources.claims !== undefined) context.report.forbidden(path.child('claims'), says.claims());
  validateResourceRequirements(
    resources,
    { names: podResourceNames, claimNames: resourceClaimNames(spec) },
    path,
    context,
  );
  validateRequestsCovered(resources, spec, specPath, context);
  validateHugePageLimitsCovered(resources, spec, specPath, context);
  validateContainerLimits(resources, spec, specPath, context);
}

/** What the containers request together must fit into what the pod requests (validatePodResourceConsistency). */
function validateRequestsCovered(
  { requests }: ResourceRequirements,
  spec: PodSpec,
  specPath: FieldPath,
  context: Context,
): void {
  if (!requests) return;
  const together = aggregateContainerRequests(spec);
  for (const name in requests)
    validateCovered(name, requests, together, specPath.child('resources', 'requests'), specPath, context);
}

/** Huge pages cannot be shared, so the same holds for their limits. */
function validateHugePageLimitsCovered(
  { limits }: ResourceRequirements,
  spec: PodSpec,
  specPath: FieldPath,
  context: Context,
): void {
  const names = Object.keys(limits ?? {}).filter(isHugePages);
  if (!limits || names.length === 0) return;
  const together = aggregateContainerLimits(spec);
  for (const name of names)
    validateCovered(name, limits, together, specPath.child('resources', 'limits'), specPath, context);
}

function validateCovered(
  name: string,
  ofPod: ResourceList,
  together: ReadonlyMap<string, Quantity>,
  path: FieldPath,
  specPath: FieldPath,
  { report }: Context,
): void {
  const sum = together.get(name);
  if (!sum || !exceeds(sum, quantityIn(ofPod, name))) return;
  report.invalid(
    path.key(name),
    says['containers-exceed']({ sum: sum.toString(), name, amount: own(ofPod, name) ?? 0 }),
    {
      related: [{ field: specPath.child('containers'), message: says.sum({ sum: sum.toString() }) }],
    },
  );
}

/** No container may use more than its pod. The server reports this below spec.resources. */
function validateContainerLimits(
  { limits }: ResourceRequirements,
  spec: PodSpec,
  specPath: FieldPath,
  { report }: Context,
): void {
  if (!limits) return;
  spec.containers?.forEach(({ resources }, i) => {
    const ofContainer = resources?.limits ?? {};
    for (const name in ofContainer) {
      const limit = quantityIn(ofContainer, name);
      if (!limit || !exceeds(limit, quantityIn(limits, name))) continue;
      report.invalid(
        specPath.child('resources', 'containers').index(i).key(name).child('limits'),
        says['container-exceeds']({ limit: limit.toString(), name, podLimit: own(limits, name) ?? 0 }),
        {
          at: specPath.child('containers').index(i).child('resources', 'limits').key(name),
          related: [{ field: specPath.child('resources', 'limits').key(name), message: says['pod-limit']() }],
        },
      );
    }
  });
}

/** A limit that is not set does not limit. */
function exceeds(amount: Quantity, limit: Quantity | undefined): boolean {
  return limit !== undefined && amount.compare(limit) > 0;
}
