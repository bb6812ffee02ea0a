import { defineRule, type Field, type ObjectView } from '@podlint/engine/rule';
import type { apps } from '@podlint/model';
import { replicasOf } from '../../kit/replicas.js';
import { typed } from '../../kit/typed.js';

export default defineRule({
  id: 'pods/update-strategy',
  level: 'off',
  summary: 'An update that may take all replicas away at once',
  brief: 'updates may stop all replicas',
  messages: {
    recreate:
      'The Deployment "{name}" stops all its Pods before it starts new ones (Recreate). It is not available during each update. Use RollingUpdate, unless two versions must not run side by side.',
    allAtOnce:
      'An update of "{name}" may stop all Pods at once (maxUnavailable: {maxUnavailable}). It is not available until new ones are ready. Lower maxUnavailable.',
  },
  object(object, report) {
    const strategy = strategyOf(object);
    if (!strategy) return;
    const { type, maxUnavailable } = strategy;
    if (type === 'Recreate') report({ at: strategy.at.type, message: 'recreate', data: { name: object.name } });
    else if (maxUnavailable !== undefined && takesAll(maxUnavailable, object))
      report({ at: strategy.maxUnavailableAt, message: 'allAtOnce', data: { name: object.name, maxUnavailable } });
  },
});

interface Strategy {
  readonly type: string | undefined;
  readonly maxUnavailable: string | number | undefined;
  readonly at: Field<Pick<apps.DeploymentStrategy, 'type'>>;
  readonly maxUnavailableAt: Field;
}

function strategyOf(object: ObjectView): Strategy | undefined {
  if (object.kindName === 'Deployment') {
    const { value, at } = typed<apps.Deployment>(object);
    const { type, rollingUpdate } = value.spec?.strategy ?? {};
    return {
      type,
      maxUnavailable: rollingUpdate?.maxUnavailable,
      at: at.spec.strategy,
      maxUnavailableAt: at.spec.strategy.rollingUpdate.maxUnavailable,
    };
  }
  if (object.kindName !== 'StatefulSet' && object.kindName !== 'DaemonSet') return undefined;
  const { value, at } = typed<apps.StatefulSet | apps.DaemonSet>(object);
  const { type, rollingUpdate } = value.spec?.updateStrategy ?? {};
  return {
    type,
    maxUnavailable: rollingUpdate?.maxUnavailable,
    at: at.spec.updateStrategy,
    maxUnavailableAt: at.spec.updateStrategy.rollingUpdate.maxUnavailable,
  };
}

/**
 * Percentages are rounded down (ResolveFenceposts, pkg/controller/deployment/util); how many Pods a DaemonSet has, only
 * the cluster knows.
 */
function takesAll(maxUnavailable: string | number, object: ObjectView): boolean {
  const percent = typeof maxUnavailable === 'string' ? Number.parseInt(maxUnavailable, 10) : undefined;
  const count = replicasOf(object)?.count;
  if (count === undefined) return percent !== undefined && percent >= 100;
  return count > 0 && (percent === undefined ? Number(maxUnavailable) : Math.floor((count * percent) / 100)) >= count;
}
