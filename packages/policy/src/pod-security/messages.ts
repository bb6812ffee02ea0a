import { defineMessages } from '@podlint/messages';

export const says = defineMessages('pod-security', {
  refused: 'the namespace enforces {level}, which this Pod violates: {checks}',
  warned: 'violates {level}, and the namespace warns of that: {checks}',
  existing: 'Pods in namespace {namespace} violate {level}, which it would enforce',
  'existing-pods': '{pod} and {others} other Pods: {checks}',
  'existing-pod': '{pod}: {checks}',
  'only-first': 'only the first {checked} of {all} Pods were looked at',
  exempt: 'namespace {namespace} is exempt from Pod Security; its labels have no effect',
  'bad-labels': 'the Pod Security labels of the namespace are not valid',
});
