import { defineRule, type RunObject } from '@podlint/engine/rule';
import { labelsMatch } from '@podlint/model';
import { fieldsOf } from '../../kit/typed.js';
import { LabelIndex } from '../../kit/label-index.js';
import { areTwo, isBare, standTogether } from './together.js';
import { workloads, type Workload, type WorkloadFacts } from './workload.js';

interface Options {
  readonly complete: boolean;
}

export default defineRule<'workload' | 'adopted' | 'matched', Options, WorkloadFacts>({
  id: 'metadata/selector-too-wide',
  level: 'warn',
  summary: "A selector that also matches another workload's Pods",
  brief: 'selector matches other Pods',
  messages: {
    workload:
      'The selector of {kind} "{name}" also matches the Pods of {otherKind} "{otherName}". An autoscaler of "{name}" counts their load with its own, queries by the selector mix the two, and one may take over Pods that the other leaves behind. Give each a label of its own, in its selector and its template.',
    adopted:
      'The selector of {kind} "{name}" also matches the Pod "{otherName}". That Pod has no controller, so it is taken over, and deleted if it is one too many. Give the Pod other labels, or add a label to the selector.',
    matched: 'the labels that it matches',
  },
  options: {
    schema: {
      type: 'object',
      properties: {
        complete: {
          type: 'boolean',
          description:
            'The run holds the objects of one cluster, so that those of different folders stand beside each other too',
        },
      },
      additionalProperties: false,
    },
    defaults: { complete: false },
  },
  collects: workloads,
  run({ collected }, report, { complete }) {
    if (collected.length < 2) return;
    const index = new LabelIndex(collected, ({ object: { namespace }, facts: { labels } }) => ({ namespace, labels }));
    const order = new Map(collected.map((workload, place) => [workload, place]));
    const isLater = (one: Workload, other: Workload): boolean => (order.get(one) ?? 0) > (order.get(other) ?? 0);
    for (const workload of collected) {
      const other = otherSelected(workload, index, isLater, complete ? areTwo : standTogether);
      if (!other) continue;
      const { object } = workload;
      const { kindName: kind, name } = object;
      const { kindName: otherKind, name: otherName, podAt } = other.object;
      report(object, {
        at: fieldsOf<{ spec: { selector: object } }>(object).spec.selector,
        message: isBare(other) ? 'adopted' : 'workload',
        data: { kind, name, otherKind, otherName },
        related: podAt ? [{ object: other.object, at: podAt.metadata.labels, message: 'matched' }] : [],
      });
    }
  },
});

type Compare = (one: Workload, other: Workload) => boolean;

/**
 * The first Pod, or pod of a workload, that a controller selects beside its own. Of two that select each other's, only
 * the later one answers.
 */
function otherSelected(
  controller: Workload,
  index: LabelIndex<Workload>,
  isLater: Compare,
  stand: Compare,
): Workload | undefined {
  const { selector, labels } = controller.facts;
  return (
    selector &&
    index.candidates(controller.object.namespace, selector).find((other) => {
      if (other === controller || !labelsMatch(selector, other.facts.labels) || !stand(controller, other)) return false;
      if (isBare(other)) return adopts(controller.object);
      return isLater(controller, other) || !labelsMatch(other.facts.selector, labels);
    })
  );
}

/**
 * Whether the controller claims Pods that have no controller (ClaimPods, pkg/controller/controller_ref_manager.go).
 * That of a Deployment leaves it to ReplicaSets, whose selectors have a hash more; that of a StatefulSet goes by names
 * too.
 */
function adopts({ kindName }: RunObject): boolean {
  return kindName !== 'Deployment' && kindName !== 'StatefulSet' && kindName !== 'Rollout';
}
