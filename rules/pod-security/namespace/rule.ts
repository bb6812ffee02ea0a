import { defineRule, entryAt, type RunObject } from '@podlint/engine/rule';
import { modes, parseLevel, parseStandardsVersion } from '@podlint/policy/standards';
import { settingSchema, type PodSecurityOptions } from '../../kit/pod-security/cluster-policy.js';
import { labelPrefix, podSecurityFacts, type PodSecurityFacts } from '../../kit/pod-security/facts.js';
import { clusterPolicyOf, judgedFields } from '../../kit/pod-security/judge.js';

type MessageId = 'level' | 'version' | 'unknown' | 'pods' | 'exempt';

const labels: ReadonlySet<string> = new Set(modes.flatMap((mode) => [mode, `${mode}-version`]));

export default defineRule<MessageId, PodSecurityOptions, PodSecurityFacts>({
  id: 'pod-security/namespace',
  level: 'error',
  onWith: 'podSecurity',
  summary: 'A Namespace whose Pod Security labels are wrong, or whose Pods they refuse',
  brief: 'wrong Pod Security labels',
  messages: {
    level:
      '"{value}" is not a level of Pod Security. The API server refuses the Namespace. Write privileged, baseline or restricted.',
    version:
      '"{value}" is not a version of the Pod Security Standards. The API server refuses the Namespace. Write latest, or a version such as v1.36.',
    unknown:
      'Pod Security knows no label "{name}", and ignores it. Its labels are enforce, audit and warn, and the same with -version.',
    pods: 'Namespace "{namespace}" enforces {level}, which refuses these Pods of it: {pods}.',
    exempt: 'Namespace "{namespace}" is exempt from Pod Security by the configuration, so its labels have no effect.',
  },
  options: { schema: settingSchema, defaults: {} },
  collects: podSecurityFacts,
  run(view, report, options) {
    const cluster = clusterPolicyOf(view.collected, options);
    if (!cluster) return;
    const refused = refusedPods(judgedFields(view, options));
    for (const { object, facts } of view.collected) {
      if (!('labels' in facts)) continue;
      const at = (name: string): ReturnType<typeof entryAt> => entryAt(object.at.metadata.labels, labelPrefix + name);
      for (const { name, message, value } of mistakes(facts.labels))
        report(object, {
          at: at(name),
          message,
          data: { name, value },
          ...(message === 'unknown' && { level: 'warn' as const }),
        });
      const [first] = Object.keys(facts.labels);
      if (cluster.isExempt(object.name) && first !== undefined) {
        report(object, {
          at: at(first.slice(labelPrefix.length)),
          message: 'exempt',
          data: { namespace: object.name },
          level: 'warn',
        });
        continue;
      }
      const pods = refused.get(object.name);
      if (!pods || !Object.hasOwn(facts.labels, `${labelPrefix}enforce`)) continue;
      report(object, {
        at: at('enforce'),
        message: 'pods',
        data: { namespace: object.name, level: pods.level, pods: pods.names.join(', ') },
        level: 'warn',
      });
    }
  },
});

interface Mistake {
  readonly name: string;
  readonly message: 'level' | 'version' | 'unknown';
  readonly value: string;
}

function mistakes(all: Readonly<Record<string, string>>): Mistake[] {
  return Object.entries(all).flatMap(([key, value]): Mistake[] => {
    const name = key.slice(labelPrefix.length);
    if (!labels.has(name)) return [{ name, message: 'unknown', value }];
    if (name.endsWith('-version'))
      return parseStandardsVersion(value) === undefined ? [{ name, message: 'version', value }] : [];
    return parseLevel(value) === undefined ? [{ name, message: 'level', value }] : [];
  });
}

interface RefusedPods {
  readonly level: string;
  readonly names: string[];
}

/** Those that the server would refuse, by namespace. */
function refusedPods(fields: ReturnType<typeof judgedFields>): ReadonlyMap<string, RefusedPods> {
  const refused = new Map<string, RefusedPods>();
  const seen = new Set<RunObject>();
  for (const { object, mode, level } of fields) {
    if (mode !== 'enforce' || object.kindName !== 'Pod' || seen.has(object)) continue;
    seen.add(object);
    const pods = refused.get(object.namespace) ?? { level, names: [] };
    pods.names.push(object.name);
    refused.set(object.namespace, pods);
  }
  return refused;
}
