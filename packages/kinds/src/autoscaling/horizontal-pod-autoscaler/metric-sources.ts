import { defineMessages } from '@podlint/messages';
import { type Decoded, type FieldPath, type autoscaling, parseQuantity } from '@podlint/model';
import {
  type Context,
  checkName,
  containerResourceProblem,
  dnsLabelProblem,
  pathSegmentNameProblem,
  requireField,
  requireName,
} from '@podlint/validation';
import { type ApiVersionRule, validateTarget } from './target.js';

const says = defineMessages('metric-target', {
  'no-type':
    'The target has no type. It says what the target is compared with. Set it to Utilization, Value or AverageValue.',
  'unknown-type': '"{type}" is not a type of target. Use Utilization, Value or AverageValue.',
  'not-positive': '`{field}` is {amount}. Use more than zero.',
  'no-target': 'There is nothing to scale towards. Set `{field}`.',
  'two-targets': 'There can be one target only. Remove `{field}`.',
});

type MetricTarget = Decoded<autoscaling.MetricTarget>;

const targetTypes = ['Utilization', 'Value', 'AverageValue'];

/** Each is validateMetricTarget, pkg/apis/autoscaling/validation, with what the source demands besides. */
export function validateObjectSource(
  { describedObject = {}, metric = {}, target = {} }: Decoded<autoscaling.ObjectMetricSource>,
  describedObjects: ApiVersionRule,
  path: FieldPath,
  context: Context,
): void {
  validateTarget(describedObject, describedObjects, path.child('describedObject'), context);
  requireName(metric.name, path.child('metric', 'name'), pathSegmentNameProblem, context);
  validateMetricTarget(target, path.child('target'), context);
  requireOneOf(target, ['averageValue', 'value'], path.child('target'), context);
}

export function validateExternalSource(
  { metric = {}, target = {} }: Decoded<autoscaling.ExternalMetricSource>,
  path: FieldPath,
  context: Context,
): void {
  requireName(metric.name, path.child('metric', 'name'), pathSegmentNameProblem, context);
  validateMetricTarget(target, path.child('target'), context);
  requireOneOf(target, ['averageValue', 'value'], path.child('target'), context);
  forbidBoth(target, ['value', 'averageValue'], path.child('target'), context);
}

export function validatePodsSource(
  { metric = {}, target = {} }: Decoded<autoscaling.PodsMetricSource>,
  path: FieldPath,
  context: Context,
): void {
  requireName(metric.name, path.child('metric', 'name'), pathSegmentNameProblem, context);
  validateMetricTarget(target, path.child('target'), context);
  requireOneOf(target, ['averageValue'], path.child('target'), context);
}

export function validateResourceSource(
  { name, target = {} }: Decoded<autoscaling.ResourceMetricSource>,
  path: FieldPath,
  context: Context,
): void {
  requireField(name, path.child('name'), context);
  validateUsage(target, path.child('target'), context);
}

export function validateContainerResourceSource(
  { name, container, target = {} }: Decoded<autoscaling.ContainerResourceMetricSource>,
  path: FieldPath,
  context: Context,
): void {
  requireField(name, path.child('name'), context);
  checkName(name || undefined, path.child('name'), containerResourceProblem, context);
  requireName(container, path.child('container'), dnsLabelProblem, context);
  validateUsage(target, path.child('target'), context);
}

function validateUsage(target: MetricTarget, path: FieldPath, context: Context): void {
  validateMetricTarget(target, path, context);
  requireOneOf(target, ['averageUtilization', 'averageValue'], path, context);
  forbidBoth(target, ['averageValue', 'averageUtilization'], path, context);
}

type Amount = 'value' | 'averageValue' | 'averageUtilization';

/** The server names the first of the fields. */
function requireOneOf(
  target: MetricTarget,
  fields: readonly [Amount, Amount?],
  path: FieldPath,
  { report }: Context,
): void {
  if (fields.some((field) => field && target[field] !== undefined)) return;
  report.required(path.child(fields[0]), says['no-target']({ field: fields[0] }));
}

/** Here too. */
function forbidBoth(
  target: MetricTarget,
  [field, other]: readonly [Amount, Amount],
  path: FieldPath,
  { report }: Context,
): void {
  if (target[field] !== undefined && target[other] !== undefined)
    report.forbidden(path.child(field), says['two-targets']({ field }));
}

function validateMetricTarget(target: MetricTarget, path: FieldPath, { report }: Context): void {
  const { type = '', averageUtilization } = target;
  if (type === '') report.required(path.child('type'), says['no-type']());
  if (!targetTypes.includes(type)) report.invalid(path.child('type'), says['unknown-type']({ type }));
  for (const field of ['value', 'averageValue'] as const) {
    const amount = target[field];
    if (amount !== undefined && parseQuantity(amount)?.sign !== 1)
      report.invalid(path.child(field), says['not-positive']({ field, amount }));
  }
  if (averageUtilization !== undefined && averageUtilization < 1)
    report.invalid(
      path.child('averageUtilization'),
      says['not-positive']({ field: 'averageUtilization', amount: averageUtilization }),
    );
}
