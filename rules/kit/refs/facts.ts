import { own as fieldOf } from '@podlint/plain';
import type { Collected, Collection, FoundReference, PodView, ResourceView } from '@podlint/engine/rule';
import { referencesIn } from '@podlint/engine/rule';
import type { Decoded, core, meta, networking } from '@podlint/model';
import { isPatch } from '../patches.js';
import { makesOf, type Made } from './made-by-others.js';

export type Labels = Readonly<Record<string, string | undefined>>;
export type LabelSelector = Decoded<meta.LabelSelector>;

/** A name of another object, by which its place can be found again. */
export interface KeptReference {
  readonly pattern: number;
  readonly items: readonly number[];
  readonly kind: string;
  readonly name: string;
  /** Where it is not the namespace of the object itself. */
  readonly namespace?: string;
  /** The reference is to a key of that object. */
  readonly key?: string;
  /** The port of a Service that is named beside it. */
  readonly port?: string | number;
  /** It may be missing. */
  readonly optional?: true;
}

export interface KeptPort {
  readonly name?: string;
  readonly port?: number;
}

export interface KeptServicePort extends KeptPort {
  readonly target?: string | number;
}

/** What the rules about references have to know of an object. Every object is one that others may mean. */
export interface RefFacts {
  readonly refs?: readonly KeptReference[];
  /** Of a ConfigMap or Secret. */
  readonly keys?: readonly string[];
  /** The Pods that it makes, or that it is. */
  readonly labels?: Labels;
  /** `unknown`: the operator may add some. */
  readonly ports?: readonly KeptPort[] | 'unknown';
  /** Of a workload that counts its Pods; `written`: the manifest itself says so. */
  readonly replicas?: { readonly count: number; readonly written?: true };
  readonly service?: { readonly ports: readonly KeptServicePort[]; readonly headless?: true; readonly external?: true };
  /** The Pods that a Service, a budget or a network policy is about. */
  readonly selects?: LabelSelector;
  /** The Pods that a network policy lets in or out to. */
  readonly peers?: readonly KeptPeer[];
  /** Of a Namespace: its own labels. */
  readonly namespaceLabels?: Labels;
  readonly budget?: { readonly minAvailable?: string | number; readonly maxUnavailable?: string | number };
  /** Of an admission policy, and of a binding of one: the namespaces that it is about. */
  readonly policy?: { readonly namespaces?: LabelSelector };
  /** Objects that something else makes of this one. */
  readonly makes?: readonly Made[];
}

/** Pods of the namespace of the policy, or of all that a selector finds. */
export interface KeptPeer {
  readonly list: 'ingress' | 'egress';
  /** The rule in the list, and the peer in the rule. */
  readonly items: readonly [number, number];
  readonly pods: LabelSelector;
  readonly namespaces?: LabelSelector;
}

export type KnownObject = Collected<RefFacts>;

export const references: Collection<RefFacts> = {
  name: 'references',
  of(resource) {
    if (isPartOfAnother(resource)) return undefined;
    const refs = keptReferences(resource);
    const makes = makesOf(resource);
    return {
      ...(refs.length > 0 && { refs }),
      ...podFacts(resource),
      ...ownFacts(resource),
      ...(makes.length > 0 && { makes }),
    };
  },
  ofPod(pod) {
    const { template } = pod.object;
    // An operator has an image for a container that it merges.
    if (template?.pods === 'whole' && pod.containers.some(isPatch)) return undefined;
    const refs = keptReferences(pod.object);
    return { ...(refs.length > 0 && { refs }), ...factsOfPod(pod) };
  },
};

/** A patch is no object of its own. */
function isPartOfAnother({ judged }: ResourceView): boolean {
  return judged?.pod?.containers.some(isPatch) ?? false;
}

function keptReferences(resource: ResourceView): readonly KeptReference[] {
  const all = referencesIn(resource);
  return all.flatMap((found, i) => (isRepeated(found, all[i - 1]) ? [] : (keptReference(found) ?? [])));
}

/** The older of two fields beside each other that mean the same: `serviceAccount`. */
function isRepeated({ name, refersTo, around }: FoundReference, before: FoundReference | undefined): boolean {
  return before?.name === name && before.refersTo === refersTo && before.around[0] === around[0];
}

function keptReference(found: FoundReference): KeptReference | undefined {
  const { refersTo, pattern, items, around } = found;
  const [beside = {}] = around;
  if (refersTo.to === 'object') {
    const kind =
      typeof refersTo.kind === 'string' ? kindBeside(refersTo.kind, beside) : textIn(beside, refersTo.kind.field);
    if (kind === undefined || isOfClaimTemplate(kind, found)) return undefined;
    return { pattern, items, kind, name: found.name, ...namespaceIn(beside), ...portIn(beside), ...optionalIn(beside) };
  }
  if (refersTo.to !== 'key') return undefined;
  const holder = around.find((fields) => textIn(fields, refersTo.namedBy) !== undefined);
  const name = holder && textIn(holder, refersTo.namedBy);
  return name === undefined
    ? undefined
    : { pattern, items, kind: refersTo.kind, name, key: found.name, ...optionalIn(holder) };
}

/** A StatefulSet puts the claim that it makes of a template in the place of a volume of that name. */
function isOfClaimTemplate(kind: string, { around }: FoundReference): boolean {
  const [, volume = {}] = around;
  const { volumeClaimTemplates } = (around.at(-1)?.['spec'] ?? {}) as { readonly volumeClaimTemplates?: unknown };
  if (kind !== 'PersistentVolumeClaim' || !Array.isArray(volumeClaimTemplates)) return false;
  return volumeClaimTemplates.some(
    (template: { readonly metadata?: { readonly name?: string } }) => template.metadata?.name === volume['name'],
  );
}

/** A backend of a route may be of another kind than a Service. */
function kindBeside(kind: string, beside: Fields): string {
  return kind === 'Service' || kind === 'Gateway' ? (textIn(beside, 'kind') ?? kind) : kind;
}

type Fields = Readonly<Record<string, unknown>>;

function textIn(fields: Fields | undefined, name: string): string | undefined {
  const value = fieldOf(fields, name);
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function namespaceIn(beside: Fields): Pick<KeptReference, 'namespace'> {
  const namespace = textIn(beside, 'namespace');
  return namespace === undefined ? {} : { namespace };
}

function optionalIn(beside: Fields | undefined): Pick<KeptReference, 'optional'> {
  return beside?.['optional'] === true ? { optional: true } : {};
}

/** `port: 80`, or of an Ingress `port: {number: 80}` and `port: {name: http}`. */
function portIn({ port }: Fields): Pick<KeptReference, 'port'> {
  const { name, number } = typeof port === 'object' && port !== null ? (port as Fields) : {};
  const value = [port, name, number].find((one) => typeof one === 'number' || (typeof one === 'string' && one !== ''));
  return value === undefined ? {} : { port: value as string | number };
}

function podFacts({ judged }: ResourceView): Pick<RefFacts, 'labels' | 'ports'> {
  const { pod, kindName } = judged ?? {};
  // A PodTemplate makes nothing by itself.
  return pod && kindName !== 'PodTemplate' ? factsOfPod(pod) : {};
}

function factsOfPod({ containers, metadata, object: { template } }: PodView): Pick<RefFacts, 'labels' | 'ports'> {
  const labels = metadata.labels ?? {};
  if (template && template.pods !== 'whole') return { labels, ports: 'unknown' };
  const ports = containers.flatMap(({ value, role }) => (role === 'init' ? [] : (value.ports ?? [])));
  return {
    labels,
    ...(ports.length > 0 && { ports: ports.map(({ name, containerPort: port }) => keptPort(name, port)) }),
  };
}

function keptPort(name: string | undefined, port: number | undefined): KeptPort {
  return { ...(name !== undefined && { name }), ...(port !== undefined && { port }) };
}

const own: ReadonlyMap<string, (resource: ResourceView) => RefFacts> = new Map([
  ['/ConfigMap', ({ value }) => ({ keys: keysOf(value['data'], value['binaryData']) })],
  ['/Secret', ({ value }) => ({ keys: keysOf(value['data'], value['stringData']) })],
  ['/Service', serviceFacts],
  ['/Namespace', namespaceFacts],
  ['/ReplicationController', replicaFacts],
  ['apps/Deployment', replicaFacts],
  ['apps/ReplicaSet', replicaFacts],
  ['apps/StatefulSet', replicaFacts],
  ['policy/PodDisruptionBudget', budgetFacts],
  ['networking.k8s.io/NetworkPolicy', policyFacts],
  ['admissionregistration.k8s.io/ValidatingAdmissionPolicy', admissionFacts],
  ['admissionregistration.k8s.io/ValidatingAdmissionPolicyBinding', admissionFacts],
  ['admissionregistration.k8s.io/MutatingAdmissionPolicy', admissionFacts],
  ['admissionregistration.k8s.io/MutatingAdmissionPolicyBinding', admissionFacts],
]);

/** What is known of some kinds alone, where the object decodes. */
function ownFacts(resource: ResourceView): RefFacts {
  return resource.judged ? (own.get(`${groupOf(resource.apiVersion)}/${resource.kindName}`)?.(resource) ?? {}) : {};
}

/** `apps/v1` -> `apps`; empty for the core. */
function groupOf(apiVersion: string): string {
  return apiVersion.slice(0, Math.max(0, apiVersion.lastIndexOf('/')));
}

function policyFacts({ value }: ResourceView): RefFacts {
  const { podSelector, ingress = [], egress = [] } = specOf<Decoded<networking.NetworkPolicySpec>>(value);
  const peers = [
    ...ingress.flatMap(({ from = [] }, rule) => keptPeers('ingress', rule, from)),
    ...egress.flatMap(({ to = [] }, rule) => keptPeers('egress', rule, to)),
  ];
  return { ...(podSelector && { selects: podSelector }), ...(peers.length > 0 && { peers }) };
}

function keptPeers(
  list: KeptPeer['list'],
  rule: number,
  peers: readonly Decoded<networking.NetworkPolicyPeer>[],
): readonly KeptPeer[] {
  return peers.flatMap(({ podSelector: pods, namespaceSelector: namespaces }, i) =>
    pods ? [{ list, items: [rule, i], pods, ...(namespaces && { namespaces }) }] : [],
  );
}

function admissionFacts({ value }: ResourceView): RefFacts {
  const { matchConstraints, matchResources } = specOf<{
    matchConstraints?: { namespaceSelector?: LabelSelector };
    matchResources?: { namespaceSelector?: LabelSelector };
  }>(value);
  const { namespaceSelector: namespaces } = matchConstraints ?? matchResources ?? {};
  return { policy: { ...(namespaces && { namespaces }) } };
}

/** Every namespace has its name as a label (NamespaceDefaultLabelName). */
function namespaceFacts({ name, metadata: { labels = {} } }: ResourceView): RefFacts {
  return { namespaceLabels: { ...labels, 'kubernetes.io/metadata.name': name } };
}

function specOf<T>({ spec }: ResourceView['value']): Partial<T> {
  return spec ?? {};
}

function keysOf(...maps: readonly unknown[]): readonly string[] {
  return maps.flatMap((map) => (typeof map === 'object' && map !== null ? Object.keys(map) : []));
}

function serviceFacts({ value }: ResourceView): RefFacts {
  const { ports = [], selector, clusterIP, type } = specOf<Decoded<core.ServiceSpec>>(value);
  const hasSelector = selector !== undefined && Object.keys(selector).length > 0;
  return {
    service: {
      ports: ports.map(({ name, port, targetPort }) => ({
        ...keptPort(name, port),
        ...(targetPort !== undefined && { target: targetPort }),
      })),
      ...(clusterIP === 'None' && { headless: true }),
      ...(type === 'ExternalName' && { external: true }),
    },
    ...(hasSelector && { selects: { matchLabels: selector } }),
  };
}

function budgetFacts({ value }: ResourceView): RefFacts {
  const { selector, minAvailable, maxUnavailable } = specOf<{
    selector?: LabelSelector;
    minAvailable?: string | number;
    maxUnavailable?: string | number;
  }>(value);
  return {
    ...(selector && { selects: selector }),
    budget: {
      ...(minAvailable !== undefined && { minAvailable }),
      ...(maxUnavailable !== undefined && { maxUnavailable }),
    },
  };
}

function replicaFacts({ value, judged }: ResourceView): RefFacts {
  const { replicas = 1 } = specOf<{ replicas?: number }>(value);
  const at = judged?.at as { readonly spec: { readonly replicas: never } } | undefined;
  const written = at && judged?.isWritten(at.spec.replicas);
  return { replicas: { count: replicas, ...(written && { written: true }) } };
}
