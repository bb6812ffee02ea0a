import { FieldPath } from '@podlint/field-path';
import type { ResourceView } from '../../rule/views.js';

const step = /([^.[\]]+)|\[([^[\]]*)\]/g;

/**
 * The field that a rule names: `spec.replicas`, `metadata.labels[app.kubernetes.io/name]`, and by `podTemplate` and
 * `podSpec` one of the Pod, wherever the kind has it. Undefined: the object has no Pod.
 */
export function placeNamed(text: string, { judged }: ResourceView): FieldPath | undefined {
  const [, root = '', rest = text] = /^(podTemplate|podSpec)\b(.*)$/.exec(text) ?? [];
  if (root === '') return stepsBelow(FieldPath.root, text);
  const template = judged?.kind.podTemplate;
  if (!template) return undefined;
  const at = FieldPath.root.below(template);
  return stepsBelow(root === 'podSpec' ? at.child('spec') : at, rest);
}

function stepsBelow(start: FieldPath, text: string): FieldPath {
  return [...text.matchAll(step)].reduce((path, [, name, key = '']) => {
    if (name !== undefined) return path.child(name);
    return /^\d+$/.test(key) ? path.index(Number(key)) : path.key(key);
  }, start);
}
