import { textOf } from '@podlint/messages';
import { defaultVersion, findKind, type Minor } from '@podlint/model';
import { generateName, type KubernetesObject } from '@podlint/validation';
import { resourceError, type ResourceError } from '../../crd/errors.js';
import type { Json } from '../../crd/values/json.js';
import { Cluster } from '../objects/cluster.js';
import { metadataOf, textAt } from '../objects/resource.js';
import { readObjects, type ReadObject, type RefusedObject } from '../objects/read-objects.js';
import { QuotaLedger } from '../quotas/ledger.js';
import { admitObject, type Admission, type ChainContext } from './admit-object.js';
import { podPlugins } from './pod-chain.js';
import { podsOf } from './pods-of.js';

/** Objects of a cluster with one namespace, `default`, and objects that are created in it one after the other. */
export interface AdmissionScenario {
  /** LimitRanges, ResourceQuotas, PriorityClasses, RuntimeClasses, ServiceAccounts. */
  readonly objects: readonly object[];
  readonly requests: readonly object[];
  /** Whether the plugin is on that makes every Pod pull its images. */
  readonly alwaysPullImages?: boolean;
}

export interface AdmissionAnswer {
  /** Objects of the cluster that the API refuses; they take no part. */
  readonly resourceErrors: readonly RefusedObject[];
  /** A step for each request, and for each Pod that an admitted controller makes. */
  readonly expect: readonly AdmissionStep[];
}

export interface AdmissionStep {
  readonly kind: string;
  readonly name: string;
  /** The controller of a Pod: `Deployment/web`. */
  readonly from?: string;
  readonly admitted?: Json;
  readonly refused?: StepRefusal;
  /** What is used of each quota after the step. */
  readonly used?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

export interface StepRefusal {
  /** `validation` for the server's own checks. */
  readonly plugin: string;
  /** The code of HTTP. */
  readonly code: number;
  readonly reason: string;
  readonly message?: string;
  readonly causes?: readonly ResourceError[];
}

/** At most so many Pods of one controller are looked at. */
const mostPods = 3;

/** What admission makes of objects that are created (the plugins of the API server that are on by default). */
export function admit(scenario: AdmissionScenario): AdmissionAnswer {
  const { minor } = defaultVersion;
  const { taken, refused } = readObjects<KubernetesObject>(scenario.objects as readonly Json[], minor);
  const context = chainContext(taken, scenario, minor);
  return {
    resourceErrors: refused,
    expect: (scenario.requests as readonly Json[]).flatMap((request) => stepsOf(request, context)),
  };
}

function chainContext(
  objects: readonly ReadObject<KubernetesObject>[],
  { alwaysPullImages = false }: AdmissionScenario,
  minor: Minor,
): ChainContext {
  const cluster = new Cluster(true);
  for (const { kind, value, manifest } of objects)
    if (Cluster.isLookedAt(kind.kind)) cluster.add(kind.kind, withStatus(value, manifest));
  const ledger = new QuotaLedger(cluster.all('ResourceQuota'), minor);
  return { cluster, minor, plugins: podPlugins(alwaysPullImages ? ['AlwaysPullImages'] : []), ledger: () => ledger };
}

/** What is there already has the status that is written of it. */
function withStatus(object: KubernetesObject, { status }: Json): KubernetesObject {
  return status === undefined ? object : ({ ...object, status } as KubernetesObject);
}

function stepsOf(request: Json, context: ChainContext): readonly AdmissionStep[] {
  const kind = findKind(textAt(request, 'apiVersion'), textAt(request, 'kind'));
  if (!kind) return [];
  const admission = admitObject(request, kind, context);
  const step = stepOf(admission, { kind: kind.kind, name: nameOf(request) }, context);
  const made = 'admitted' in admission ? podsOf(admission.admitted, request, kind) : undefined;
  if (!made) return [step];
  const from = `${kind.kind}/${step.name}`;
  return [step, ...podSteps(made.pod, Math.min(made.count, mostPods), from, context)];
}

function podSteps(pod: Json, count: number, from: string, context: ChainContext): readonly AdmissionStep[] {
  const kind = findKind('v1', 'Pod');
  if (!kind) return [];
  return Array.from({ length: count }, () =>
    stepOf(admitObject(pod, kind, context), { kind: kind.kind, name: nameOf(pod), from }, context),
  );
}

function nameOf(manifest: Json): string {
  const metadata = metadataOf(manifest);
  return textAt(metadata, 'name') || generateName(textAt(metadata, 'generateName'));
}

function stepOf(
  admission: Admission,
  what: Pick<AdmissionStep, 'kind' | 'name' | 'from'>,
  { ledger }: ChainContext,
): AdmissionStep {
  if ('refused' in admission) {
    const { plugin, message } = admission.refused;
    return { ...what, refused: { plugin, code: 403, reason: 'Forbidden', message: textOf(message) } };
  }
  if ('invalid' in admission)
    return {
      ...what,
      refused: { plugin: 'validation', code: 422, reason: 'Invalid', causes: admission.invalid.map(resourceError) },
    };
  const quotas = ledger('default');
  return {
    ...what,
    admitted: withPlainTokenNames(admission.admitted),
    ...(!quotas.isEmpty && { used: quotas.usage() }),
  };
}

const madeUpTokenName = /"kube-api-access-[a-z0-9]{5}"/g;

/** Of a token's volume the end of the name was made up by the server, also where a manifest has it from a Pod. */
function withPlainTokenNames(object: Json): Json {
  return JSON.parse(JSON.stringify(object).replace(madeUpTokenName, '"kube-api-access-xxxxx"')) as Json;
}
