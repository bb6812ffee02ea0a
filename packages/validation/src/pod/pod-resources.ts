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
    context.report.forbidden(path, 'A Windows pod has no resources as a whole. Set them for each container.');
    return;
  }
  if (resources.claims !== undefined)
    context.report.forbidden(
      path.child('claims'),
      'A pod as a whole uses no claims. Name them in the resources of the containers that need them.',
    );
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
    `The containers ask for ${sum.toString()} of ${name} together, and the pod as a whole gets ${ofPod[name] ?? 0}. Give the pod at least that much.`,
    {
      related: [{ field: specPath.child('containers'), message: `the containers: ${sum.toString()}` }],
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
        `The container may use ${limit.toString()} of ${name}, and its pod ${limits[name] ?? 0} only. Lower the container's limit, or raise the pod's.`,
        {
          at: specPath.child('containers').index(i).child('resources', 'limits').key(name),
          related: [{ field: specPath.child('resources', 'limits').key(name), message: `the pod's limit` }],
        },
      );
    }
  });
}

/** A limit that is not set does not limit. */
function exceeds(amount: Quantity, limit: Quantity | undefined): boolean {
  return limit !== undefined && amount.compare(limit) > 0;
}
