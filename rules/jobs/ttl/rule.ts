import { defineRule } from '@podlint/engine/rule';
import type { batch } from '@podlint/model';
import { typed } from '../../kit/typed.js';

/** Who starts such Jobs removes them too. */
const hookAnnotations = ['helm.sh/hook-delete-policy', 'argocd.argoproj.io/hook-delete-policy'] as const;

export default defineRule({
  id: 'jobs/ttl',
  level: 'off',
  summary: 'A Job that stays for ever after it has ended',
  brief: 'no ttlSecondsAfterFinished',
  messages: {
    missing:
      'The Job "{name}" has no ttlSecondsAfterFinished. It and its Pods stay until somebody deletes them, and a new Job cannot have the name. Set how long it should stay.',
  },
  object(object, report) {
    if (object.kindName !== 'Job' || object.metadata.ownerReferences?.length) return;
    const { value, at } = typed<batch.Job>(object);
    if (value.spec?.ttlSecondsAfterFinished !== undefined) return;
    if (hookAnnotations.some((annotation) => object.metadata.annotations?.[annotation] !== undefined)) return;
    report({ at: at.spec.ttlSecondsAfterFinished, message: 'missing', data: { name: object.name } });
  },
});
