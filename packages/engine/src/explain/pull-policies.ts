import { FieldPath } from '@podlint/field-path';
import type { Decoded, core } from '@podlint/model';
import type { ExplainedDefault, ExplainedPullPolicy } from './explanation.js';

interface Origins {
  readonly defaults: readonly ExplainedDefault[];
  /** The Pod before admission changed it, where it did. */
  readonly before: Decoded<core.Pod> | undefined;
}

/** Of every container of a pod that has its defaults. `template`: from the object to the pod. */
export function pullPoliciesOf(
  { spec = {} }: Decoded<core.Pod>,
  template: readonly string[],
  { defaults, before }: Origins,
): ExplainedPullPolicy[] {
  const reasons = new Map(defaults.map(({ path, why }) => [path, why]));
  return (['initContainers', 'containers', 'ephemeralContainers'] as const).flatMap((list) =>
    (spec[list] ?? []).flatMap(({ name = '', imagePullPolicy: policy }, index) => {
      const container = FieldPath.root.below(template).child('spec', list).index(index);
      const path = container.child('imagePullPolicy').toString();
      if (!policy) return [];
      const isChanged = before !== undefined && before.spec?.[list]?.[index]?.imagePullPolicy !== policy;
      const why = isChanged
        ? `${policy}, because admission sets it: podlint explain --admission shows how`
        : (reasons.get(path) ?? `${policy}, because the manifest says so`);
      return [{ container: name, path, policy, why }];
    }),
  );
}
