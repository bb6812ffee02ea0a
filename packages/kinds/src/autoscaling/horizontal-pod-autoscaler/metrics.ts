import { defineMessages } from '@podlint/messages';
import type { Decoded, FieldPath, autoscaling } from '@podlint/model';
import type { Context } from '@podlint/validation';
import {
  validateContainerResourceSource,
  validateExternalSource,
  validateObjectSource,
  validatePodsSource,
  validateResourceSource,
} from './metric-sources.js';
import type { ApiVersionRule } from './target.js';

const says = defineMessages('metric', {
  'never-started':
    'With minReplicas 0 no Pod may be left to measure, so one of the metrics must come from elsewhere. Add one of the type Object or External.',
  'no-type': 'The metric has no type. Set it, for example to Resource.',
  'no-source': 'A metric of the type {type} is described in `{field}`, and that is not set. Set it.',
  'other-source': 'Only one source can be measured, and the type is {type}. Remove `{field}`.',
});

type MetricSpec = Decoded<autoscaling.MetricSpec>;
type SourceField = 'object' | 'external' | 'pods' | 'resource' | 'containerResource';

/** In the order in which the server looks for the source; it checks the first one only. */
const sources: readonly (readonly [SourceField, string])[] = [
  ['object', 'Object'],
  ['external', 'External'],
  ['pods', 'Pods'],
  ['resource', 'Resource'],
  ['containerResource', 'ContainerResource'],
];
const types = ['Resource', 'ContainerResource', 'Pods', 'Object', 'External'];

/** validateMetrics, pkg/apis/autoscaling/validation. */
export function validateMetrics(
  { metrics = [], minReplicas }: Decoded<autoscaling.HorizontalPodAutoscalerSpec>,
  describedObjects: ApiVersionRule,
  path: FieldPath,
  context: Context,
): void {
  metrics.forEach((metric, i) => validateMetric(metric, describedObjects, path.index(i), context));
  const isFromElsewhere = metrics.some(({ type }) => type === 'Object' || type === 'External');
  if (minReplicas === 0 && !isFromElsewhere) context.report.forbidden(path, says['never-started']());
}

/** validateMetricSpec. */
function validateMetric(metric: MetricSpec, describedObjects: ApiVersionRule, path: FieldPath, context: Context): void {
  const { type = '' } = metric;
  const { report } = context;
  if (type === '') report.required(path.child('type'), says['no-type']());
  if (!types.includes(type)) report.notSupported(path.child('type'), type, types);
  const present = sources.map(([field]) => field).filter((field) => metric[field]);
  const [first] = present;
  if (first) validateSource(metric, first, describedObjects, path.child(first), context);
  const expected = sources.find(([, name]) => name === type)?.[0];
  if (expected && !metric[expected])
    report.required(path.child(expected), says['no-source']({ type, field: expected }));
  if (present.length === 1) return;
  for (const field of present.filter((other) => other !== expected))
    report.forbidden(path.child(field), says['other-source']({ type, field }));
}

function validateSource(
  metric: MetricSpec,
  field: SourceField,
  describedObjects: ApiVersionRule,
  path: FieldPath,
  context: Context,
): void {
  const { object = {}, external = {}, pods = {}, resource = {}, containerResource = {} } = metric;
  if (field === 'object') validateObjectSource(object, describedObjects, path, context);
  else if (field === 'external') validateExternalSource(external, path, context);
  else if (field === 'pods') validatePodsSource(pods, path, context);
  else if (field === 'resource') validateResourceSource(resource, path, context);
  else validateContainerResourceSource(containerResource, path, context);
}
