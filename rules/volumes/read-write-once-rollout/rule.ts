import {
  addition,
  defineRule,
  itemAt,
  set,
  type ChoiceProposal,
  type Collection,
  type ObjectView,
  type RunObject,
} from '@podlint/engine/rule';
import type { apps } from '@podlint/model';
import { fieldsOf, typed } from '../../kit/typed.js';

/** Of a claim, or of a Deployment whose rollout starts Pods before it stops others. */
interface Facts {
  readonly isForOneNode?: boolean;
  readonly claims?: readonly { readonly name: string; readonly volume: number }[];
  readonly isStrategyWritten?: boolean;
  readonly maxUnavailable?: number | string;
}

const claimsAndRollouts: Collection<Facts> = {
  name: 'claims-and-rollouts',
  of({ apiVersion, kindName, value, judged }) {
    if (apiVersion === 'v1' && kindName === 'PersistentVolumeClaim') {
      const { accessModes } = (value.spec ?? {}) as { accessModes?: readonly unknown[] };
      return { isForOneNode: !!accessModes?.length && accessModes.every((mode) => oneNode.has(mode)) };
    }
    if (!judged || kindName !== 'Deployment' || !startsSecondPod(judged) || isOnOneNode(judged)) return undefined;
    const { volumes } = judged.pod?.spec ?? {};
    const claims = (volumes ?? []).flatMap(({ persistentVolumeClaim: claim }, volume) =>
      claim?.claimName && !claim.readOnly ? [{ name: claim.claimName, volume }] : [],
    );
    if (claims.length === 0) return undefined;
    const deployment = typed<apps.Deployment>(judged);
    const { maxUnavailable = 1 } = deployment.value.spec?.strategy?.rollingUpdate ?? {};
    return { claims, maxUnavailable, isStrategyWritten: judged.isWritten(deployment.at.spec.strategy) };
  },
};

const oneNode: ReadonlySet<unknown> = new Set(['ReadWriteOnce', 'ReadWriteOncePod']);

export default defineRule<'stuck' | 'claim', unknown, Facts>({
  id: 'volumes/read-write-once-rollout',
  level: 'warn',
  hasChoices: true,
  summary: 'A rolling update that starts a second Pod on a claim for one node',
  brief: 'rollout waits for the volume',
  messages: {
    stuck:
      'A rolling update starts a second Pod, but the claim "{claim}" is for one node at a time. With ReadWriteOnce the new Pod waits for the volume if it is on another node, and the rollout hangs. Use strategy: {type: Recreate}.',
    claim: 'the claim',
  },
  collects: claimsAndRollouts,
  run({ collected }, report) {
    const forOneNode = new Map(
      collected.flatMap(({ object, facts }) =>
        facts.isForOneNode === undefined ? [] : [[`${object.namespace}/${object.name}`, { object, facts }] as const],
      ),
    );
    for (const { object, facts } of collected) {
      for (const { name: claim, volume } of facts.claims ?? []) {
        const found = forOneNode.get(`${object.namespace}/${claim}`);
        if (!found?.facts.isForOneNode || !object.podAt) continue;
        report(object, {
          at: itemAt(object.podAt.spec.volumes, volume).persistentVolumeClaim.claimName,
          message: 'stuck',
          data: { claim },
          choices: () => strategies(object, facts),
          related: [{ object: found.object, at: found.object.at.metadata.name, message: 'claim' }],
        });
      }
    }
  },
});

/** A number of Pods is rounded up (ResolveFenceposts, pkg/controller/deployment/util), so any share of one is one. */
function startsSecondPod(object: ObjectView): boolean {
  const { replicas = 1, strategy } = typed<apps.Deployment>(object).value.spec ?? {};
  if (replicas === 0 || strategy?.type !== 'RollingUpdate') return false;
  const { maxSurge = '25%' } = strategy.rollingUpdate ?? {};
  return Number.parseInt(String(maxSurge), 10) > 0;
}

/** Pods that are bound to a node meet on it, where both may have the volume. */
function isOnOneNode({ pod }: ObjectView): boolean {
  const { nodeName, nodeSelector = {} } = pod?.spec ?? {};
  return !!nodeName || Object.hasOwn(nodeSelector, 'kubernetes.io/hostname');
}

/** The old Pod ends first, all of them at once or one after the other. */
function strategies(object: RunObject, { maxUnavailable, isStrategyWritten }: Facts): ChoiceProposal[] {
  const { strategy } = fieldsOf<apps.Deployment>(object).spec;
  const isNone = Number.parseInt(String(maxUnavailable), 10) === 0;
  const rollingUpdate = { maxSurge: 0, maxUnavailable: isNone ? 1 : maxUnavailable };
  const title = 'Set maxSurge to 0';
  if (!isStrategyWritten)
    return [
      addition(strategy, { type: 'Recreate' }, 'a strategy of type Recreate'),
      { title, changes: [set(strategy, { rollingUpdate })] },
    ];
  return [
    { title: 'Set the strategy to Recreate', changes: [set(strategy, { type: 'Recreate' })] },
    { title, changes: [set(strategy.rollingUpdate, rollingUpdate)] },
  ];
}
