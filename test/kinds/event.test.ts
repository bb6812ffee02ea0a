import { type Fields, testCreate, testUpdate } from './kind-cases.js';

const eventTime = '2026-01-31T12:00:00.000000Z';
const about = (namespace?: string): Fields => ({
  involvedObject: { kind: 'Pod', name: 'a', ...(namespace && { namespace }) },
});
const whole = {
  eventTime,
  reportingComponent: 'a.b/c',
  reportingInstance: 'd',
  action: 'Start',
  reason: 'Why',
  ...about('e'),
};

testCreate('Event', about(), {
  'the namespace': [
    [about('default'), []],
    [about('other'), ['Invalid involvedObject.namespace']],
    [{ ...about(), metadata: { name: 'a', namespace: 'b' } }, ['Invalid involvedObject.namespace']],
    [{ ...about('b'), metadata: { name: 'a', namespace: 'b' } }, []],
  ],
  'an event with an eventTime': [
    [whole, []],
    [{ ...whole, reportingComponent: '' }, ['Invalid reportingComponent', 'Required reportingComponent']],
    [{ ...whole, reportingInstance: '' }, ['Required reportingInstance']],
    [{ ...whole, action: '' }, ['Required action']],
    [{ ...whole, reason: '' }, ['Required reason']],
    [{ ...whole, reason: 'a'.repeat(129) }, ['Invalid reason']],
    [{ ...whole, message: 'a'.repeat(1025) }, ['Invalid message']],
    [{ ...whole, message: 'a'.repeat(1024) }, []],
  ],
  'metadata is looked at last, and as of any kind': [
    [{ ...about(), metadata: { name: 'A_b' } }, []],
    [{ ...about(), metadata: { name: 'a/b' } }, ['Invalid metadata.name']],
    [{ ...about(), metadata: { name: '..' } }, ['Invalid metadata.name']],
    [{ ...about(), metadata: { name: 'a', finalizers: ['b'] } }, []],
    [{ ...about(), metadata: { name: 'a', finalizers: ['b c'] } }, ['Invalid metadata.finalizers']],
    [{ ...about('other'), metadata: { name: 'a/b' } }, ['Invalid involvedObject.namespace']],
  ],
});

testUpdate('Event', about(), {
  'as on create': [
    [{}, { reason: 'a' }, []],
    [{}, { ...whole, action: '' }, ['Required action']],
  ],
});
