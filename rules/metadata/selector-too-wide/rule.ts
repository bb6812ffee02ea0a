import { defineRule, type ObjectView, type PodView } from '@podlint/engine/rule';
import { labelsMatch, type apps } from '@podlint/model';
import { typed } from '../../kit/typed.js';
import { PodIndex, selectorOf } from './selected.js';
import { areTwo, isBare, standTogether } from './together.js';

interface Options {
  readonly complete: boolean;
}

export default defineRule<'workload' | 'adopted', Options>({
  id: 'metadata/selector-too-wide',
  level: 'warn',
  summary: "A selector that also matches another workload's Pods",
  messages: {
    workload:
      'The selector of {kind} "{name}" also matches the Pods of {otherKind} "{otherName}". An autoscaler of "{name}" counts their load with its own, queries by the selector mix the two, and one may take over Pods that the other leaves behind. Give each a label of its own, in its selector and its template.',
    adopted:
      'The selector of {kind} "{name}" also matches the Pod "{otherName}", which has no controller: it is taken over, and deleted if it is one too many. Give the Pod other labels, or the selector one more.',
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
  run({ objects }, report, { complete }) {
    const pods = objects.flatMap(({ pod, metadata, kindName }) =>
      pod && kindName !== 'PodTemplate' && !metadata.ownerReferences?.length ? [pod] : [],
    );
    if (pods.length < 2) return;
    const index = new PodIndex(pods);
    const earlier = new Set<PodView>();
    for (const pod of pods) {
      const other = otherSelected(pod, index, earlier, complete ? areTwo : standTogether);
      earlier.add(pod);
      if (!other) continue;
      const { object } = pod;
      const at = typed<apps.Deployment>(object).at.spec.selector;
      const message = isBare(other) ? 'adopted' : 'workload';
      const data = {
        kind: object.kindName,
        name: object.name,
        otherKind: other.object.kindName,
        otherName: other.object.name,
      };
      report(object, {
        at,
        message,
        data,
        related: [{ object: other.object, at: other.metadataAt.labels, message: 'the labels that it matches' }],
      });
    }
  },
});

/**
 * The first Pod, or pod of a workload, that a controller selects beside its own. Of two that select each other's, only
 * the later one answers.
 */
function otherSelected(
  controller: PodView,
  index: PodIndex,
  earlier: ReadonlySet<PodView>,
  stand: (one: PodView, other: PodView) => boolean,
): PodView | undefined {
  const selector = selectorOf(controller.object);
  return (
    selector &&
    index.candidates(controller.object.namespace, selector).find((other) => {
      if (other === controller || !labelsMatch(selector, other.metadata.labels) || !stand(controller, other))
        return false;
      if (isBare(other)) return adopts(controller.object);
      return earlier.has(other) || !labelsMatch(selectorOf(other.object), controller.metadata.labels);
    })
  );
}

/**
 * Whether the controller claims Pods that have no controller (ClaimPods, pkg/controller/controller_ref_manager.go).
 * That of a Deployment leaves it to ReplicaSets, whose selectors have a hash more; that of a StatefulSet goes by names
 * too.
 */
function adopts({ kindName }: ObjectView): boolean {
  return kindName !== 'Deployment' && kindName !== 'StatefulSet';
}
