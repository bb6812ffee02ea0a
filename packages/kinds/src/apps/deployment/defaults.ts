import type { Decoded, apps } from '@podlint/model';
import { type DefaultTable, type Defaulting, defaultPodTemplate, fillAbsent, fillUnset } from '@podlint/model/defaults';
import { historyKept, oneReplica, rollingUpdate } from '../../default-reasons.js';

const deploymentDefaults: DefaultTable<Decoded<apps.DeploymentSpec>> = [
  ['replicas', 1, oneReplica],
  ['revisionHistoryLimit', 10, historyKept],
  ['progressDeadlineSeconds', 600, 'a rollout without progress for ten minutes is reported as stuck'],
];
const strategyDefaults: DefaultTable<Decoded<apps.DeploymentStrategy>> = [['type', 'RollingUpdate', rollingUpdate]];
const rollingDeploymentDefaults: DefaultTable<Decoded<apps.RollingUpdateDeployment>> = [
  ['maxUnavailable', '25%', 'a quarter of the pods may be missing during an update'],
  ['maxSurge', '25%', 'a quarter more pods may run during an update'],
];

/** SetDefaults_Deployment. */
export function defaultDeployment(object: Decoded<apps.Deployment>, defaulting: Defaulting): void {
  const spec = (object.spec ??= {});
  fillAbsent(spec, deploymentDefaults, defaulting);
  const strategy = (spec.strategy ??= {});
  fillUnset(strategy, strategyDefaults, defaulting);
  if (strategy.type === 'RollingUpdate')
    fillAbsent((strategy.rollingUpdate ??= {}), rollingDeploymentDefaults, defaulting);
  defaultPodTemplate(spec, defaulting);
}
