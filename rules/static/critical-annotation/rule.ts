import { defineRule, entryAt, remove, set, type Change } from '@podlint/engine/rule';

const annotation = 'scheduler.alpha.kubernetes.io/critical-pod';
const priorityClass = 'system-node-critical';

export default defineRule({
  id: 'static/critical-annotation',
  level: 'warn',
  fix: 'safe',
  summary: 'A static Pod that is marked as critical by an annotation of old',
  brief: 'old annotation for critical Pods',
  messages: {
    gone: 'Nothing has read the annotation "{annotation}" since 1.16. What marks a static Pod as one that its node cannot do without is priorityClassName: {priorityClass}.',
  },
  object(object, report) {
    if (object.metadata.annotations?.[annotation] === undefined || !object.pod || !object.isStaticPod) return;
    const { spec, at } = object.pod;
    const place = entryAt(object.at.metadata.annotations, annotation);
    const changes: Change[] = [
      remove(place),
      ...(spec.priorityClassName ? [] : [set(at.priorityClassName, priorityClass)]),
    ];
    const title = spec.priorityClassName
      ? 'Remove the annotation'
      : `Set priorityClassName to "${priorityClass}" instead`;
    report({
      at: place,
      message: 'gone',
      data: { annotation, priorityClass },
      fixes: [{ title, safety: 'safe', changes }],
      insteadOf: 'api/warning',
    });
  },
});
