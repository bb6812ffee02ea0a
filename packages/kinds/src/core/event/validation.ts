import { type Message, defineMessages } from '@podlint/messages';
import { type Decoded, FieldPath, type core } from '@podlint/model';
import {
  type Context,
  byteLength,
  dnsSubdomainProblem,
  pathSegmentNameProblem,
  pathSegmentProblem,
  qualifiedNameProblem,
} from '@podlint/validation';
import type { Strategy } from '../../strategy.js';

const says = defineMessages('event', {
  'other-namespace':
    'An event lives in the namespace of the object that it is about. Set involvedObject.namespace to the namespace of the event.',
  'no-controller': 'An event with an eventTime says who reports it. Set reportingComponent, as in "example.com/agent".',
  'invalid-controller': '"{name}" cannot be the name of a component: {problem}.',
  'no-instance':
    'An event with an eventTime says which instance reports it. Set reportingInstance, for example to the name of the Pod.',
  'no-action': 'An event with an eventTime says what was done. Set action to a word such as "Scheduling".',
  'no-reason': 'An event with an eventTime says why. Set reason to a word such as "FailedMount".',
  'too-long': 'The server stores {limit} characters of this field at most, and this has {length}. Shorten it.',
  'invalid-namespace': '"{namespace}" is not the name of a namespace: {problem}.',
});

type Event = Decoded<core.Event>;

const root = FieldPath.root;

/** pkg/registry/core/event/strategy.go: events of v1 are checked by the rules of old (legacyValidateEvent). */
export const eventStrategy: Strategy<Event> = {
  nameProblem: pathSegmentNameProblem,
  generateNameProblem: () => pathSegmentProblem,
  checksMetadata: 'no',
  validateCreate: validateEvent,
  validateUpdate(event, _old, context) {
    validateEvent(event, context);
  },
};

/** legacyValidateEvent, pkg/apis/core/validation/events.go. */
function validateEvent(event: Event, context: Context): void {
  const { metadata: { namespace = '' } = {}, eventTime, involvedObject } = event;
  const involved = involvedObject?.namespace ?? '';
  const agrees = eventTime === undefined ? agreesByOldRule(namespace, involved) : agreesByNewRule(namespace, involved);
  if (!agrees) context.report.invalid(root.child('involvedObject', 'namespace'), says['other-namespace']());
  if (eventTime !== undefined) validateSeriesEvent(event, context);
  const problem = dnsSubdomainProblem(namespace);
  if (problem)
    context.report.invalid(root.child('namespace'), says['invalid-namespace']({ namespace, problem }), {
      at: root.child('metadata', 'namespace'),
    });
}

function agreesByOldRule(namespace: string, involved: string): boolean {
  return involved === '' ? namespace === '' || namespace === 'default' : namespace === involved;
}

function agreesByNewRule(namespace: string, involved: string): boolean {
  return involved !== '' || namespace === 'default' || namespace === 'kube-system';
}

const wordLimit = 128;
const messageLimit = 1024;

/** What only events with an eventTime have to fulfil. */
function validateSeriesEvent(event: Event, context: Context): void {
  const component = event.reportingComponent ?? '';
  requireText(event, 'reportingComponent', says['no-controller'], context);
  const problem = qualifiedNameProblem(component);
  if (problem)
    context.report.invalid(root.child('reportingComponent'), says['invalid-controller']({ name: component, problem }));
  requireText(event, 'reportingInstance', says['no-instance'], context);
  requireText(event, 'action', says['no-action'], context);
  requireText(event, 'reason', says['no-reason'], context);
  for (const field of ['reportingInstance', 'action', 'reason'] as const) limit(event, field, wordLimit, context);
  limit(event, 'message', messageLimit, context);
}

type TextField = 'reportingComponent' | 'reportingInstance' | 'action' | 'reason' | 'message';

function requireText(event: Event, field: TextField, need: () => Message, { report }: Context): void {
  if (!event[field]) report.required(root.child(field), need());
}

function limit(event: Event, field: TextField, most: number, { report }: Context): void {
  const length = byteLength(event[field] ?? '');
  if (length > most) report.invalid(root.child(field), says['too-long']({ limit: most, length }));
}
