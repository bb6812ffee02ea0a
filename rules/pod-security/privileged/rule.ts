import { controlRule } from '../../kit/pod-security/control-rule.js';
import type { Violated } from '../../kit/pod-security/violated.js';

export default controlRule({
  id: 'pod-security/privileged',
  summary: 'A privileged container, under baseline',
  brief: 'privileged under Pod Security',
  outranks: ['security/privileged'],
  demand: 'A container may not be privileged.',
  mend: (violated) => (sharesMounts(violated) ? undefined : violated.setTo(false)),
});

/** The server takes such mounts from privileged containers only (validateMountPropagation, pkg/apis/core). */
function sharesMounts({ container }: Violated): boolean {
  return container?.value.volumeMounts?.some(({ mountPropagation }) => mountPropagation === 'Bidirectional') ?? false;
}
