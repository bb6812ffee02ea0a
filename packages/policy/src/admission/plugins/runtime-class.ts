import { FieldPath } from '@podlint/field-path';
import { defineMessages, type Message } from '@podlint/messages';
import { semanticEqual, type Decoded, type node } from '@podlint/model';
import { mergeTolerations } from './merge-tolerations.js';
import type { PluginContext, PodPlugin, PodSpec, Refusal } from './plugin.js';

const says = defineMessages('runtime-class-plugin', {
  'no-class': 'There is no RuntimeClass "{name}".',
  'other-overhead': 'spec.overhead is not that of the RuntimeClass. Remove the field; the class sets it.',
  'needless-overhead': 'spec.overhead is set, and no RuntimeClass with an overhead is. Remove the field.',
  'other-node': 'spec.nodeSelector wants {key}={value}, and the RuntimeClass wants {key}={wanted}.',
});

type RuntimeClass = Decoded<node.RuntimeClass>;

/** plugin/pkg/admission/runtimeclass: what the class costs, and which nodes have it. */
export const runtimeClass: PodPlugin = {
  admit(pod, context) {
    const spec = (pod.spec ??= {});
    const found = classOf(spec, context);
    if (found === undefined || 'message' in found) return found;
    return setOverhead(spec, found) ?? setScheduling(spec, found);
  },
  validate({ spec = {} }, context) {
    const found = classOf(spec, context);
    if (found && 'message' in found) return found;
    const overhead = found?.overhead;
    if (!overhead)
      return spec.overhead && !isUnknown(spec, found) ? refusal('overhead', says['needless-overhead']()) : undefined;
    return sameOverhead(overhead.podFixed, spec.overhead) ? undefined : refusal('overhead', says['other-overhead']());
  },
  sources: ({ spec }) =>
    spec?.runtimeClassName === undefined ? [] : [{ kind: 'RuntimeClass', name: spec.runtimeClassName }],
};

/** The class that a Pod names; undefined where it names none, or nobody knows of it. */
function classOf({ runtimeClassName: name }: PodSpec, { cluster }: PluginContext): RuntimeClass | Refusal | undefined {
  if (name === undefined) return undefined;
  const found = cluster.find('RuntimeClass', name);
  return found ?? (cluster.isWhole ? refusal('runtimeClassName', says['no-class']({ name })) : undefined);
}

function isUnknown({ runtimeClassName }: PodSpec, found: RuntimeClass | undefined): boolean {
  return runtimeClassName !== undefined && !found;
}

function setOverhead(spec: PodSpec, { overhead }: RuntimeClass): Refusal | undefined {
  if (!overhead) return undefined;
  const { podFixed } = overhead;
  const isSet = Object.keys(spec.overhead ?? {}).length > 0;
  if (isSet && !sameOverhead(podFixed, spec.overhead)) return refusal('overhead', says['other-overhead']());
  if (podFixed) spec.overhead = { ...podFixed };
  else delete spec.overhead;
  return undefined;
}

function sameOverhead(a: PodSpec['overhead'], b: PodSpec['overhead']): boolean {
  return semanticEqual(a ?? {}, b ?? {}, 'overhead', 'spec');
}

function setScheduling(spec: PodSpec, { scheduling }: RuntimeClass): Refusal | undefined {
  if (!scheduling) return undefined;
  const own = spec.nodeSelector ?? {};
  const wanted = Object.entries(scheduling.nodeSelector ?? {});
  const conflict = wanted.find(([key, value]) => Object.hasOwn(own, key) && own[key] !== value);
  if (conflict) {
    const [key, value] = conflict;
    return refusal('nodeSelector', says['other-node']({ key, value: own[key] ?? '', wanted: value }));
  }
  if (spec.nodeSelector || scheduling.nodeSelector) spec.nodeSelector = { ...own, ...scheduling.nodeSelector };
  spec.tolerations = mergeTolerations([...(spec.tolerations ?? []), ...(scheduling.tolerations ?? [])]);
  return undefined;
}

function refusal(field: string, message: Message): Refusal {
  return { plugin: 'RuntimeClass', message, field: FieldPath.root.child('spec', field) };
}
