import { defineMessages } from '@podlint/messages';
import { parseQuantity, type Decoded, type FieldPath, type core } from '@podlint/model';
import type { Context } from '../context.js';
import { quotedList } from '../lists.js';

const says = defineMessages('downward-api', {
  'no-container': 'In a volume, resourceFieldRef must name a container. It shows the resources of that container.',
  'no-resource': 'resourceFieldRef does not say which resource to read. Set resource, for example "limits.memory".',
  'invalid-divisor': '"{divisor}" is not a unit for {resource}. Use one of {allowed}.',
});

const resourceFields: ReadonlySet<string> = new Set([
  'limits.cpu',
  'limits.memory',
  'limits.ephemeral-storage',
  'requests.cpu',
  'requests.memory',
  'requests.ephemeral-storage',
]);

const cpuDivisors: ReadonlySet<string> = new Set(['1m', '1']);
const byteDivisors: ReadonlySet<string> = new Set([
  '1',
  '1k',
  '1M',
  '1G',
  '1T',
  '1P',
  '1E',
  '1Ki',
  '1Mi',
  '1Gi',
  '1Ti',
  '1Pi',
  '1Ei',
]);

/** A resource of the container itself, as an environment variable shows it. */
export function validateResourceFieldRef(
  resourceFieldRef: Decoded<core.ResourceFieldSelector>,
  path: FieldPath,
  context: Context,
): void {
  validateResourceField(resourceFieldRef.resource, path, context);
  validateDivisor(resourceFieldRef, path, context);
}

/**
 * A resource of a named container, as a downward API volume shows it: a volume belongs to the pod, so the name is
 * needed.
 */
export function validateVolumeResourceFieldRef(
  resourceFieldRef: Decoded<core.ResourceFieldSelector>,
  path: FieldPath,
  context: Context,
): void {
  if (!resourceFieldRef.containerName) {
    context.report.required(path.child('containerName'), says['no-container']());
  } else {
    validateResourceField(resourceFieldRef.resource, path, context);
  }
  validateDivisor(resourceFieldRef, path, context);
}

function validateResourceField(resource: string | undefined, path: FieldPath, context: Context): void {
  if (!resource) {
    context.report.required(path.child('resource'), says['no-resource']());
  } else if (!resourceFields.has(resource) && !isHugePagesField(resource)) {
    context.report.notSupported(path.child('resource'), resource, [
      ...resourceFields,
      'limits.hugepages-SIZE',
      'requests.hugepages-SIZE',
    ]);
  }
}

function isHugePagesField(resource: string): boolean {
  return resource.startsWith('requests.hugepages-') || resource.startsWith('limits.hugepages-');
}

function validateDivisor(
  { divisor, resource }: Decoded<core.ResourceFieldSelector>,
  path: FieldPath,
  context: Context,
): void {
  if (divisor === undefined || !resource) return;
  const allowed = divisorsOf(resource);
  const quantity = parseQuantity(divisor);
  // Zero is how the server stores a divisor that nobody wrote.
  if (!allowed || !quantity || quantity.sign === 0 || allowed.has(quantity.toString())) return;
  context.report.invalid(
    path.child('divisor'),
    says['invalid-divisor']({ divisor, resource, allowed: quotedList(allowed) }),
  );
}

function divisorsOf(resource: string): ReadonlySet<string> | undefined {
  if (resource === 'limits.cpu' || resource === 'requests.cpu') return cpuDivisors;
  return resourceFields.has(resource) || isHugePagesField(resource) ? byteDivisors : undefined;
}
