import { type Message, defineMessages } from '@podlint/messages';
import { FieldPath } from '@podlint/model';
import { type Context, cidrFieldMessage } from '@podlint/validation';
import { type Service, specPath } from './types.js';

const says = defineMessages('source-ranges', {
  'load-balancer-only':
    'Only a load balancer asks where traffic comes from, and the type is {type}. Remove the ranges, or use LoadBalancer.',
});

const annotation = 'service.beta.kubernetes.io/load-balancer-source-ranges';
/** The server writes the field with a capital L. */
const reportedPath = specPath.child('LoadBalancerSourceRanges');
const fieldPath = specPath.child('loadBalancerSourceRanges');
const annotationPath = FieldPath.root.child('metadata', 'annotations').key(annotation);

/** Before, the list was refused as a whole (ValidateService). */
const rangesNamedSince = 30;
/** Since then ranges that were stored are not looked at again (IsValidCIDRForLegacyField). */
const storedRangesPassSince = 33;

/** From where the load balancer takes traffic: the field, or else the annotation of old (validateService). */
export function validateSourceRanges(service: Service, old: Service | undefined, context: Context): void {
  const ranges = service.spec?.loadBalancerSourceRanges ?? [];
  const annotated = service.metadata?.annotations?.[annotation];
  if (ranges.length > 0) {
    forbidWithoutLoadBalancer(service, reportedPath, fieldPath, context);
    validateRanges(ranges, old?.spec?.loadBalancerSourceRanges ?? [], context);
  } else if (annotated !== undefined) {
    forbidWithoutLoadBalancer(service, annotationPath, annotationPath, context);
    const isStored = context.minor >= storedRangesPassSince && old?.metadata?.annotations?.[annotation] === annotated;
    const message = isStored || annotated.trim() === '' ? undefined : firstProblem(annotated.split(','), context);
    if (message) context.report.invalid(annotationPath, message);
  }
}

function forbidWithoutLoadBalancer({ spec }: Service, path: FieldPath, at: FieldPath, { report }: Context): void {
  const type = spec?.type ?? '';
  if (type !== 'LoadBalancer') report.forbidden(path, says['load-balancer-only']({ type }), { at });
}

function firstProblem(ranges: readonly string[], context: Context): Message | undefined {
  return ranges.map((range) => cidrFieldMessage(range.trim(), context)).find((message) => message !== undefined);
}

function validateRanges(ranges: readonly string[], stored: readonly string[], context: Context): void {
  if (context.minor < rangesNamedSince) {
    const message = firstProblem(ranges, context);
    if (message) context.report.invalid(reportedPath, message, { at: fieldPath });
    return;
  }
  const known = context.minor < storedRangesPassSince ? [] : stored.map((range) => range.trim());
  ranges.forEach((range, i) => {
    const message = known.includes(range.trim()) ? undefined : cidrFieldMessage(range.trim(), context);
    if (message) context.report.invalid(reportedPath.index(i), message, { at: fieldPath.index(i) });
  });
}
