import { defineRule, type FixProposal, type Rule } from '@podlint/engine/rule';
import { settingSchema, type PodSecurityOptions } from './cluster-policy.js';
import { podSecurityFacts, type PodSecurityFacts } from './facts.js';
import { judgedFields, type JudgedField } from './judge.js';
import type { Violated } from './violated.js';

/** A control of the Pod Security Standards as a rule. */
interface Control {
  readonly id: `pod-security/${string}`;
  readonly summary: string;
  /** As the tables of reports have it. */
  readonly brief: string;
  /** What the control asks for: a sentence. */
  readonly demand: string;
  /** Rules that advise what the control demands: where the level is asked for, the cluster does not merely advise. */
  readonly outranks?: readonly string[];
  /** The change that brings a field to the level, where there is one that does. */
  readonly mend?: (violated: Violated) => FixProposal | undefined;
}

type MessageId = 'refused' | 'pods' | 'noted';

export function controlRule({ id, summary, brief, demand, outranks, mend }: Control): Rule {
  const control = id.slice('pod-security/'.length);
  return defineRule<MessageId, PodSecurityOptions, PodSecurityFacts>({
    id,
    level: 'error',
    ...(mend && { fix: 'unsafe' as const }),
    ...(outranks && { outranks }),
    onWith: 'podSecurity',
    summary,
    brief,
    messages: {
      refused: `{field} violates Pod Security {level}. ${demand} The API server refuses this Pod, because namespace "{namespace}" enforces that level.`,
      pods: `{field} violates Pod Security {level}. ${demand} The API server refuses the Pods of this {kind}, because namespace "{namespace}" enforces that level.`,
      noted: `{field} violates Pod Security {level}. ${demand} It is the {mode} level of namespace "{namespace}".`,
    },
    options: { schema: settingSchema, defaults: {} },
    collects: podSecurityFacts,
    run(view, report, options) {
      for (const judged of judgedFields(view, options)) {
        if (judged.control !== control) continue;
        const { object, violated, level, mode } = judged;
        const { namespace, kindName: kind } = object;
        report(object, {
          at: violated.at,
          ...saying(judged),
          data: { field: violated.name, namespace, level, mode, kind },
          fixes: () => listOf(mend?.(violated)),
        });
      }
    },
  });
}

/** The server refuses Pods. A controller it takes, and says in a warning what will become of its Pods. */
function saying({ object, mode }: JudgedField): { message: MessageId; level?: 'warn' | 'info' } {
  if (mode !== 'enforce') return { message: 'noted', level: mode === 'warn' ? 'warn' : 'info' };
  return object.kindName === 'Pod' ? { message: 'refused' } : { message: 'pods', level: 'warn' };
}

function listOf(fix: FixProposal | undefined): readonly FixProposal[] {
  return fix ? [fix] : [];
}
