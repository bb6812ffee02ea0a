import type { Decoded, apps } from '@podlint/model';
import { type DefaultTable, type Defaulting, defaultPodTemplate, fillAbsent, fillUnset } from '@podlint/model/defaults';
import { historyKept, rollingUpdate } from '../../default-reasons.js';

const daemonSetDefaults: DefaultTable<Decoded<apps.DaemonSetSpec>> = [['revisionHistoryLimit', 10, historyKept]];
const daemonSetStrategyDefaults: DefaultTable<Decoded<apps.DaemonSetUpdateStrategy>> = [
  ['type', 'RollingUpdate', rollingUpdate],
];
const rollingDaemonSetDefaults: DefaultTable<Decoded<apps.RollingUpdateDaemonSet>> = [
  ['maxUnavailable', 1, 'one node at a time goes without its pod during an update'],
  ['maxSurge', 0, 'no node runs two pods during an update'],
];

/** SetDefaults_DaemonSet. */
export function defaultDaemonSet(object: Decoded<apps.DaemonSet>, defaulting: Defaulting): void {
  const spec = (object.spec ??= {});
  fillAbsent(spec, daemonSetDefaults, defaulting);
  const strategy = (spec.updateStrategy ??= {});
  fillUnset(strategy, daemonSetStrategyDefaults, defaulting);
  if (strategy.type === 'RollingUpdate')
    fillAbsent((strategy.rollingUpdate ??= {}), rollingDaemonSetDefaults, defaulting);
  defaultPodTemplate(spec, defaulting);
}
