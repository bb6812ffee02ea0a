import { FieldPath } from '@podlint/field-path';
import type { Decoded, core } from '@podlint/model';
import type { ExplainedDefault, ExplainedPullPolicy } from './explanation.js';

/** Of every container of a pod that has its defaults. `template`: from the object to the pod. */
export function pullPoliciesOf(
  { spec = {} }: Decoded<core.Pod>,
  template: readonly string[],
  defaults: readonly ExplainedDefault[],
): ExplainedPullPolicy[] {
  const reasons = new Map(defaults.map(({ path, why }) => [path, why]));
  return (['initContainers', 'containers', 'ephemeralContainers'] as const).flatMap((list) =>
    (spec[list] ?? []).flatMap(({ name = '', imagePullPolicy: policy }, index) => {
      const container = FieldPath.root.below(template).child('spec', list).index(index);
      const path = container.child('imagePullPolicy').toString();
      return policy
        ? [{ container: name, path, policy, why: reasons.get(path) ?? `${policy}, because the manifest says so` }]
        : [];
    }),
  );
}
