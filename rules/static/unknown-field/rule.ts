import { defineRule, pathOf } from '@podlint/engine/rule';

export default defineRule({
  id: 'static/unknown-field',
  level: 'error',
  fix: 'safe',
  summary: 'A field of a static Pod that the kubelet loses without a word',
  brief: 'unknown field, silently lost',
  messages: {
    lost: 'Kubernetes knows no field "{field}" at this place. An API server would refuse the object. A kubelet does not: it silently drops the field from a static Pod, and starts the Pod without it. {remedy}',
  },
  object(object, report) {
    if (!object.isStaticPod) return;
    for (const { at, code, remedies } of object.unknownFields) {
      const [only, ...others] = remedies;
      const remedy =
        only !== undefined && others.length === 0 ? `${only}.` : 'Correct its name or its place, or remove it.';
      report({ at, message: 'lost', data: { field: pathOf(at).segment, remedy }, insteadOf: code });
    }
  },
});
