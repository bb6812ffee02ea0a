import { defineMessages, type Message } from '@podlint/messages';
import { at, textAt, type Held } from './held.js';
import type { Note } from './note.js';

const says = defineMessages('change-deletes', {
  claim: 'the data in its volume goes with it, unless the reclaim policy of the PersistentVolume is Retain',
  volume: 'with the reclaim policy {policy}, its data is deleted',
  'volume-kept': 'its data stays on the storage (reclaim policy Retain), but nothing points to it any more',
  namespace: 'everything in it is deleted, also what is in no file',
  definition: 'every {kind} in the cluster is deleted with it',
  claims: 'its PersistentVolumeClaims are deleted with it (whenDeleted: Delete), and their data',
  guard: 'nothing limits any more what this {kind} limited',
});

/** What stops holding others back when it is gone. */
const guards: ReadonlySet<string> = new Set([
  'networking.k8s.io/NetworkPolicy',
  'policy/PodDisruptionBudget',
  '/ResourceQuota',
  '/LimitRange',
  'admissionregistration.k8s.io/ValidatingAdmissionPolicy',
  'admissionregistration.k8s.io/ValidatingAdmissionPolicyBinding',
  'admissionregistration.k8s.io/ValidatingWebhookConfiguration',
]);

/** What is lost with an object that is deleted: data, and objects that nobody sees in the files. */
export function deletesOf(held: Held): Note[] {
  const message = lostWith(held);
  return message ? [{ message }] : [];
}

function lostWith({ group, kind, value }: Held): Message | undefined {
  switch (`${group}/${kind}`) {
    case '/PersistentVolumeClaim':
      return says.claim();
    case '/PersistentVolume':
      return ofVolume(textAt(value, 'spec', 'persistentVolumeReclaimPolicy') ?? 'Retain');
    case '/Namespace':
      return says.namespace();
    case 'apiextensions.k8s.io/CustomResourceDefinition':
      return says.definition({ kind: textAt(value, 'spec', 'names', 'kind') ?? 'object of its kind' });
    case 'apps/StatefulSet':
      return at(value, 'spec', 'persistentVolumeClaimRetentionPolicy', 'whenDeleted') === 'Delete'
        ? says.claims()
        : undefined;
    default:
      return undefined;
  }
}

function ofVolume(policy: string): Message {
  return policy === 'Retain' ? says['volume-kept']() : says.volume({ policy });
}

/** An object that held others back. */
export function guardGone({ group, kind }: Held): Note[] {
  return guards.has(`${group}/${kind}`) ? [{ message: says.guard({ kind }) }] : [];
}
