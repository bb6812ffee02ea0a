import type { Decoded, core } from '@podlint/model';
import type { ExplainedDefault } from './explain.js';

/** The effective imagePullPolicy of a container. */
export interface ExplainedPullPolicy {
  readonly container: string;
  /** Of the field, as the server prints it: `spec.containers[0].imagePullPolicy`. */
  readonly path: string;
  readonly policy: string;
  /** `Always, because the tag is latest or missing` */
  readonly why: string;
}

/** Of every container of a pod that has its defaults. `prefix`: of the pod's spec, `spec.template.spec`. */
export function pullPoliciesOf(
  { spec = {} }: Decoded<core.Pod>,
  prefix: string,
  defaults: readonly ExplainedDefault[],
): ExplainedPullPolicy[] {
  const reasons = new Map(defaults.map(({ path, why }) => [path, why]));
  return (['initContainers', 'containers', 'ephemeralContainers'] as const).flatMap((list) =>
    (spec[list] ?? []).flatMap(({ name = '', imagePullPolicy: policy }, index) => {
      const path = `${prefix}.${list}[${index}].imagePullPolicy`;
      return policy
        ? [{ container: name, path, policy, why: reasons.get(path) ?? `${policy}, because the manifest says so` }]
        : [];
    }),
  );
}
