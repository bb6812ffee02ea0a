import type { Decoded, core } from '@podlint/model';
import type { PodPlugin } from './plugin.js';

type Toleration = Decoded<core.Toleration>;

const keys = ['node.kubernetes.io/not-ready', 'node.kubernetes.io/unreachable'];
const effect = 'NoExecute';

/** plugin/pkg/admission/defaulttolerationseconds: how long a Pod stays on a node that is gone. */
export const defaultTolerationSeconds: PodPlugin = {
  admit(pod) {
    const spec = (pod.spec ??= {});
    const tolerations = spec.tolerations ?? [];
    const missing = keys.filter((key) => !tolerations.some((toleration) => tolerates(toleration, key)));
    if (missing.length > 0) spec.tolerations = [...tolerations, ...missing.map(tolerationFor)];
    return undefined;
  },
};

function tolerates({ key = '', effect: of = '' }: Toleration, wanted: string): boolean {
  return (key === '' || key === wanted) && (of === '' || of === effect);
}

function tolerationFor(key: string): Toleration {
  return { key, operator: 'Exists', effect, tolerationSeconds: 300 };
}
