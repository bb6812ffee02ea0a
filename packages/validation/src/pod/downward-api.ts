import { type Message, defineMessages } from '@podlint/messages';
import { parseQuantity, type Decoded, type FieldPath, type core } from '@podlint/model';
import type { Context } from '../context.js';
import { qualifiedNameProblem } from '../formats.js';
import { quotedList } from '../lists.js';

const says = defineMessages('downward-api', {
  'no-version': 'The version that fieldPath is written in is missing. Set apiVersion to "v1".',
  'no-field-path': 'fieldRef does not say which field of the pod to read. Set fieldPath, for example "metadata.name".',
  'unknown-version': 'The pod has no version "{version}" to read "{field}" from. Set apiVersion to "v1".',
  'no-subscript': "\"{field}\" cannot be read by key; only metadata.labels['KEY'] and metadata.annotations['KEY'] can.",
  'invalid-key': '"{key}" cannot be a key of {field}: {problem}.',
  'unknown-field': 'The downward API cannot read "{field}". Use one of {allowed}.',
  'whole-map-in-variable':
    "An environment variable cannot hold all of {field}, only a file of a downwardAPI volume can. Read one of them by its key, {field}['KEY'], or mount such a volume.",
  'not-in-volume':
    'A file of a downwardAPI volume cannot hold {field}, only an environment variable can. Set one with valueFrom.fieldRef, or use one of {allowed}.',
  'not-shown': 'Neither environment variables nor files can show {field} to a container. Use one of {allowed}.',
  'no-container': 'In a volume, resourceFieldRef must name a container. It shows the resources of that container.',
  'no-resource': 'resourceFieldRef does not say which resource to read. Set resource, for example "limits.memory".',
  'invalid-divisor': '"{divisor}" is not a unit for {resource}. Use one of {allowed}.',
});

/**
 * What environment variables and downward API volumes may read of a pod.
 * Facts: validateObjectFieldSelector and validateContainerResourceFieldSelector
 * (pkg/apis/core/validation/validation.go), ConvertDownwardAPIFieldLabel (pkg/apis/core/pods/helpers.go).
 */
export type AllowedFieldPaths = ReadonlySet<string>;

/** Fields of a pod that an environment variable can show. */
export const environmentFieldPaths: AllowedFieldPaths = new Set([
  'metadata.name',
  'metadata.namespace',
  'metadata.uid',
  'spec.nodeName',
  'spec.serviceAccountName',
  'status.hostIP',
  'status.hostIPs',
  'status.podIP',
  'status.podIPs',
]);

/** Fields of a pod that a file of a downward API volume can show. */
export const volumeFieldPaths: AllowedFieldPaths = new Set([
  'metadata.name',
  'metadata.namespace',
  'metadata.labels',
  'metadata.annotations',
  'metadata.uid',
]);

/** Every path that `v1` knows; one that is here but not in the allowed set is a known field in the wrong place. */
const knownFieldPaths: AllowedFieldPaths = new Set([
  ...environmentFieldPaths,
  ...volumeFieldPaths,
  'spec.restartPolicy',
  'spec.schedulerName',
  'status.phase',
]);

/** The name that clients of the first `v1` used for spec.nodeName. */
const legacyNodeNamePath = 'spec.host';

export function validateFieldRef(
  fieldRef: Decoded<core.ObjectFieldSelector>,
  allowed: AllowedFieldPaths,
  path: FieldPath,
  context: Context,
): void {
  const { report } = context;
  if (!fieldRef.apiVersion) {
    report.required(path.child('apiVersion'), says['no-version']());
    return;
  }
  const fieldPath = fieldRef.fieldPath;
  if (!fieldPath) {
    report.required(path.child('fieldPath'), says['no-field-path']());
    return;
  }
  if (fieldRef.apiVersion !== 'v1') {
    report.invalid(
      path.child('fieldPath'),
      says['unknown-version']({ version: fieldRef.apiVersion, field: fieldPath }),
    );
    return;
  }
  const subscripted = splitSubscript(fieldPath);
  if (subscripted) validateSubscript(subscripted, path, context);
  else validatePlainFieldPath(fieldPath, allowed, path, context);
}

interface SubscriptedPath {
  readonly path: string;
  readonly key: string;
}

/** `metadata.labels['app']` -> its two parts (SplitMaybeSubscriptedPath, pkg/fieldpath/fieldpath.go). */
function splitSubscript(fieldPath: string): SubscriptedPath | undefined {
  if (!fieldPath.endsWith("']")) return undefined;
  const open = fieldPath.indexOf("['");
  if (open <= 0 || open > fieldPath.length - 4) return undefined;
  return { path: fieldPath.slice(0, open), key: fieldPath.slice(open + 2, -2) };
}

function validateSubscript({ path: subject, key }: SubscriptedPath, path: FieldPath, context: Context): void {
  if (subject !== 'metadata.labels' && subject !== 'metadata.annotations') {
    context.report.invalid(path.child('fieldPath'), says['no-subscript']({ field: subject }));
    return;
  }
  // Annotation keys may be in upper case, so they are compared with the rule for labels in lower case.
  const problem = qualifiedNameProblem(subject === 'metadata.annotations' ? key.toLowerCase() : key);
  if (problem) context.report.invalid(path, says['invalid-key']({ key, field: subject, problem }));
}

function validatePlainFieldPath(
  fieldPath: string,
  allowed: AllowedFieldPaths,
  path: FieldPath,
  context: Context,
): void {
  const current = fieldPath === legacyNodeNamePath ? 'spec.nodeName' : fieldPath;
  if (allowed.has(current)) return;
  if (knownFieldPaths.has(current))
    context.report.notSupported(path.child('fieldPath'), fieldPath, [...allowed], {
      message: wrongPlaceMessage(current, allowed),
    });
  else
    context.report.invalid(
      path.child('fieldPath'),
      says['unknown-field']({ field: fieldPath, allowed: quotedList(allowed) }),
    );
}

/** About a field that a pod has, but not for this use. */
function wrongPlaceMessage(fieldPath: string, allowed: AllowedFieldPaths): Message {
  if (volumeFieldPaths.has(fieldPath)) {
    return says['whole-map-in-variable']({ field: fieldPath });
  }
  if (environmentFieldPaths.has(fieldPath)) {
    return says['not-in-volume']({ field: fieldPath, allowed: quotedList(allowed) });
  }
  return says['not-shown']({ field: fieldPath, allowed: quotedList(allowed) });
}

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
