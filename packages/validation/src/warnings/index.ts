import { defineMessages } from '@podlint/messages';
import { type Decoded, FieldPath, type Kind, type Minor, type apps, type batch } from '@podlint/model';
import { dnsLabelProblem } from '../formats.js';
import { podPlaceOf } from '../pod-place.js';
import type { KubernetesObject } from '../strategy.js';
import { warnAboutClaimAmounts } from './amounts.js';
import { warnAboutAppArmor } from './annotations.js';
import { warnAboutPod } from './pod.js';
import type { PodScope, Warn, Warning } from './warning.js';

const says = defineMessages('workload-warning', {
  'host-name':
    '"{name}" becomes part of the host name of pods, where it does not fit: {problem}. A shorter or simpler name avoids surprises.',
  'negative-history': 'A negative limit keeps all old revisions for ever. Use 0 or more.',
  'many-indexes':
    'With more than {completions} completions and {parallelism} pods at once the Job may lose track of its indexes when many of them fail. Split it.',
});

export type { Warning } from './warning.js';

/** Kinds whose Pods are named after the object, and take their host name from that. */
const namesPods: ReadonlySet<string> = new Set([
  'Pod',
  'Deployment',
  'ReplicaSet',
  'ReplicationController',
  'Job',
  'CronJob',
]);

/** Since then a StatefulSet's negative history limit is commented on (pkg/registry/apps/statefulset/strategy.go). */
const historyLimitCheckedSince: Minor = 33;

/** More indexes than the status of a Job can keep track of (WarningsForJobSpec, pkg/api/job/warnings.go). */
const manyCompletions = 100_000;
const manyAtOnce = 10_000;

/**
 * What the server says in `Warning:` headers when it takes the object (WarningsOnCreate of the kind's strategy).
 * The object has gone through the server's preparation; `warningsOfManifest` are to be asked before that.
 */
export function collectWarnings(kind: Kind, object: KubernetesObject, minor: Minor): Warning[] {
  const warnings: Warning[] = [];
  const warn: Warn = (path, message, details) => warnings.push({ path, message, ...details });
  if (namesPods.has(kind.kind)) warnAboutName(object.metadata?.name ?? '', warn);
  kindWarnings[kind.kind]?.(object, FieldPath.root, minor, warn);
  const scope = podScopeOf(kind, object, minor, warn);
  if (scope) warnAboutPod(scope);
  return warnings;
}

/** Warnings about what the server's preparation covers up. */
export function warningsOfManifest(kind: Kind, object: KubernetesObject, minor: Minor): Warning[] {
  const warnings: Warning[] = [];
  const scope = podScopeOf(kind, object, minor, (path, message, details) =>
    warnings.push({ path, message, ...details }),
  );
  if (scope) warnAboutAppArmor(scope, kind.kind === 'Pod' ? 'Pod' : 'PodTemplate');
  return warnings;
}

function podScopeOf(kind: Kind, object: KubernetesObject, minor: Minor, warn: Warn): PodScope | undefined {
  const place = podPlaceOf(kind, object);
  if (!place) return undefined;
  const { template, path } = place;
  return {
    minor,
    spec: template.spec ?? {},
    metadata: template.metadata ?? {},
    path,
    specPath: path.child('spec'),
    warn,
  };
}

function warnAboutName(name: string, warn: Warn): void {
  const problem = dnsLabelProblem(name);
  if (problem) warn(FieldPath.root.child('metadata', 'name'), says['host-name']({ name, problem }));
}

type KindWarnings = (object: KubernetesObject, path: FieldPath, minor: Minor, warn: Warn) => void;

const kindWarnings: Readonly<Record<string, KindWarnings>> = {
  StatefulSet: (object, path, minor, warn) =>
    warnAboutStatefulSet((object as Decoded<apps.StatefulSet>).spec ?? {}, path.child('spec'), minor, warn),
  Job: (object, path, _minor, warn) =>
    warnAboutJob((object as Decoded<batch.Job>).spec ?? {}, path.child('spec'), warn),
  CronJob: (object, path, _minor, warn) =>
    warnAboutJob(
      (object as Decoded<batch.CronJob>).spec?.jobTemplate?.spec ?? {},
      path.child('spec', 'jobTemplate', 'spec'),
      warn,
    ),
};

function warnAboutStatefulSet(spec: Decoded<apps.StatefulSetSpec>, path: FieldPath, minor: Minor, warn: Warn): void {
  spec.volumeClaimTemplates?.forEach((claim, i) => {
    const claimPath = path.child('volumeClaimTemplates').index(i);
    warnAboutClaimAmounts(claim.spec ?? {}, claimPath, warn, claimPath.child('spec'));
  });
  if (minor >= historyLimitCheckedSince && (spec.revisionHistoryLimit ?? 0) < 0) {
    warn(path.child('revisionHistoryLimit'), says['negative-history']());
  }
}

function warnAboutJob(
  { completionMode, completions = 0, parallelism = 0 }: Decoded<batch.JobSpec>,
  path: FieldPath,
  warn: Warn,
): void {
  if (completionMode !== 'Indexed' || completions <= manyCompletions || parallelism <= manyAtOnce) return;
  warn(path, says['many-indexes']({ completions: manyCompletions, parallelism: manyAtOnce }));
}
