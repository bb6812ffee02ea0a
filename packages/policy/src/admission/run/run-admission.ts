import { FieldPath } from '@podlint/field-path';
import { textOf } from '@podlint/messages';
import { findKind, podTemplateOf, type Kind, type Minor, type PodTemplate } from '@podlint/model';
import type { KubernetesObject } from '@podlint/validation';
import { keyOfJson, type Json } from '../../crd/values/json.js';
import { createObject, isTaken } from '../objects/created.js';
import { mutatePod, podPlugins, withoutChanges, type NamedPlugin } from '../chain/pod-chain.js';
import { podsOf, type MadePods } from '../chain/pods-of.js';
import { definedResources } from '../../crd/definitions.js';
import { builtInSchema } from '../mutation/merge/built-in-schema.js';
import { mutatingHooks } from '../mutation/hooks.js';
import type { MutationContext } from '../mutation/start-mutation.js';
import type { PolicyCluster } from '../policies/invocations.js';
import { textAt } from '../objects/resource.js';
import { storedForm } from '@podlint/kinds';
import type { Cluster } from '../objects/cluster.js';
import { RunCluster } from './cluster.js';
import type { AdmissionFinding } from './finding.js';
import { becomeJson, fillPodTemplate, fillPullPolicies, fillTemplate } from './fill-template.js';
import { podOfTemplate, templateObject, type TemplateObject } from './foreign-pods.js';
import { RunMutations, type MutatedObject } from './mutations.js';
import { pluginFinding, RunPlugins } from './plugins.js';
import { RunPolicies } from './policies.js';
import { quotaRefusals } from './quotas.js';
import { Resources } from './resources.js';
import { alignWith } from './align.js';
import type { AdmittedObject } from './admitted.js';
import { traceAdmission, type Tracing } from './trace.js';
import type { ObjectName, Refusal } from '../plugins/plugin.js';
import { firstOverEach } from '../quotas/first-over.js';

/** What is at hand of a run, and of what is named besides. */
export interface RunObjects {
  /** Policies, bindings and their params, namespaces, LimitRanges, quotas and so on, as JSON. */
  readonly known: readonly object[];
  /** CustomResourceDefinitions. */
  readonly definitions: readonly object[];
  /** The objects of the run, in its order; none where there are no quotas, which sum them up. */
  readonly all: readonly object[];
  /** Plugins of the server that run besides those of every cluster; default: none. */
  readonly plugins?: readonly string[];
}

/** What admission would say of the objects of a run. */
export interface RunAdmission {
  judge(object: unknown, minor: Minor): readonly AdmissionFinding[];
  /** The object and the Pod that it is or makes, as admission leaves them; undefined: there is nothing to show. */
  explain(object: unknown, minor: Minor): AdmittedObject | undefined;
  /** The same of a Pod that the controller of another kind makes of a template, decoded and with its defaults; fields are those of the Pod. */
  judgePod(template: PodTemplate, owner: unknown, minor: Minor): readonly AdmissionFinding[];
  /** As `fill`, for such a template. */
  fillPod(template: PodTemplate, owner: unknown, minor: Minor): readonly FieldPath[];
  /** Gives an object, decoded and with its defaults, what policies and LimitRanges will give it and its Pods; in place. Returns the list items that are not in the manifest. */
  fill(kind: Kind, decoded: object, object: unknown, minor: Minor): readonly FieldPath[];
}

export function runAdmission(objects: RunObjects): RunAdmission {
  const byMinor = new Map<Minor, VersionAdmission>();
  const of = (minor: Minor): VersionAdmission => {
    const known = byMinor.get(minor) ?? new VersionAdmission(objects, minor);
    byMinor.set(minor, known);
    return known;
  };
  return {
    judge: (object, minor) => of(minor).judge(object as Json),
    judgePod: (template, owner, minor) => of(minor).judgeForeignPod(template, owner as Json),
    fillPod: (template, owner, minor) => of(minor).fillForeignPod(template, owner as Json),
    explain: (object, minor) => of(minor).explain(object as Json),
    fill: (kind, decoded, object, minor) => of(minor).fill(kind, decoded, object as Json),
  };
}

/** The same for one version of Kubernetes. */
class VersionAdmission {
  readonly cluster: Cluster;
  private readonly run: RunCluster;
  private readonly resources: Resources;
  private readonly policies: RunPolicies;
  private readonly mutations: RunMutations;
  /** The same where the server's plugins change nothing. */
  private readonly bareMutations: RunMutations;
  private readonly plugins: readonly NamedPlugin[];
  private readonly overQuota: ReadonlyMap<string, AdmissionFinding>;

  constructor(
    { known, definitions, all, plugins = [] }: RunObjects,
    readonly minor: Minor,
  ) {
    this.plugins = podPlugins(plugins);
    const run = (this.run = new RunCluster(known as readonly Json[]));
    this.cluster = run.forPlugins(minor);
    const kinds = (kind: string): readonly Json[] => (known as readonly Json[]).filter((one) => one['kind'] === kind);
    const resources = (this.resources = new Resources(definitions));
    const found = run.forPolicies(minor, resources);
    const validating = {
      policies: kinds('ValidatingAdmissionPolicy'),
      bindings: kinds('ValidatingAdmissionPolicyBinding'),
    };
    this.policies = new RunPolicies(validating, { run, found, resources }, minor);
    const mutating = {
      policies: kinds('MutatingAdmissionPolicy'),
      bindings: kinds('MutatingAdmissionPolicyBinding'),
    };
    const { hooks } = mutatingHooks(mutating, minor);
    const context = mutationContext(found, resources, definitions, minor);
    this.mutations = new RunMutations(hooks, run, { ...context, plugins: (pod) => this.mutatePod(pod) });
    this.bareMutations = new RunMutations(hooks, run, context);
    this.overQuota =
      this.cluster.all('ResourceQuota').length > 0 ? this.quotaFindings(all as readonly Json[]) : new Map();
  }

  judge(object: Json): readonly AdmissionFinding[] {
    const mutated = this.mutations.mutate(object);
    if (mutated.isRefused) return mutated.findings;
    const pods = this.podsOf(mutated.object);
    const ofPods = pods ? this.judgePod(pods.pod, object).map((finding) => inTemplate(finding, pods.at)) : [];
    const quota = this.overQuota.get(keyOfJson(object));
    return [
      ...mutated.findings,
      ...this.judgeOne(object, mutated.object, object),
      ...ofPods,
      ...(quota ? [quota] : []),
    ];
  }

  explain(object: Json): AdmittedObject | undefined {
    const kind = kindOf(object);
    const podKind = findKind('v1', 'Pod');
    if (kind && kind === podKind) return traceAdmission({ manifest: object, written: object }, podKind, this.tracing());
    const mutated = this.mutations.mutate(object);
    const own = mutated.origins.all.length > 0 && !mutated.isRefused ? shown(mutated) : undefined;
    const pods = mutated.isRefused ? undefined : this.podsOf(mutated.object);
    const refused = mutated.isRefused ? mutated.findings[0]?.message : undefined;
    if (!kind || !podKind || !pods) {
      if (!own && !refused) return undefined;
      return { ...own, origins: [], ...(refused && { refused: textOf(refused) }) };
    }
    const written = { ...pods.pod, spec: podTemplateOf(kind, object)?.spec };
    const origins = mutated.origins.inPodOf(pods.at);
    return { ...own, ...traceAdmission({ manifest: pods.pod, written, origins }, podKind, this.tracing()) };
  }

  fill(kind: Kind, decoded: KubernetesObject, object: Json): readonly FieldPath[] {
    const injected = this.mutations.isEmpty ? [] : this.fillMutations(kind, decoded, object);
    fillTemplate(kind, decoded, this.cluster);
    return [...injected, ...this.pulledAlways(kind, decoded)];
  }

  judgeForeignPod(template: PodTemplate, owner: Json): readonly AdmissionFinding[] {
    const made = templateObject(template, owner);
    return made ? this.judgePod(podOfTemplate(made, owner, this.minor), owner) : [];
  }

  fillForeignPod(template: PodTemplate, owner: Json): readonly FieldPath[] {
    const made = templateObject(template, owner);
    if (!made) return [];
    const injected = this.mutations.isEmpty ? [] : this.fillOwnPod(made, podOfTemplate(made, owner, this.minor));
    fillTemplate(made.kind, made.object, this.cluster);
    const inTemplate = FieldPath.root.child('template');
    const pulled = this.pulledAlways(made.kind, made.object).map((path) => path.rebase(inTemplate, FieldPath.root));
    return [...injected, ...pulled];
  }

  private pulledAlways(kind: Kind, decoded: KubernetesObject): readonly FieldPath[] {
    return this.plugins.some(({ name }) => name === 'AlwaysPullImages') ? fillPullPolicies(kind, decoded) : [];
  }

  /** What the server's plugins set is no matter of the object's author, unless a policy builds on it. */
  private fillMutations(kind: Kind, decoded: KubernetesObject, object: Json): readonly FieldPath[] {
    const changed = this.forRules(object);
    const own = changed === object ? undefined : alignWith(object, changed, builtInSchema(kind.definition, this.minor));
    if (own) becomeJson(decoded, own.object, kind, this.minor);
    const pods = this.podsOf(own?.object ?? object);
    const ofPod = pods ? this.fillOwnPod({ kind, object: decoded }, pods.pod) : [];
    const inTemplates = ofPod.map((path) => path.rebase(FieldPath.root, pods?.at ?? FieldPath.root));
    return [...(own?.injected ?? []), ...inTemplates];
  }

  /** Returns the list items of the Pod that are not in the manifest. */
  private fillOwnPod({ kind, object }: TemplateObject, pod: Json): readonly FieldPath[] {
    const changed = this.forRules(pod);
    if (changed === pod) return [];
    const { object: filled, injected } = alignWith(pod, changed, builtInSchema('core.v1.Pod', this.minor));
    fillPodTemplate(kind, object, filled, this.minor);
    return injected;
  }

  private forRules(object: Json): Json {
    const bare = this.bareMutations.mutate(object);
    return bare.isRefused ? this.mutations.mutate(object).object : bare.object;
  }

  private judgePod(pod: Json, written: Json): readonly AdmissionFinding[] {
    const mutated = this.mutations.mutate(pod);
    return mutated.isRefused ? mutated.findings : [...mutated.findings, ...this.judgeOne(pod, mutated.object, written)];
  }

  private mutatePod(pod: KubernetesObject): 'refused' | 'passed' {
    const namespace = pod.metadata?.namespace ?? 'default';
    const context = { cluster: this.cluster, minor: this.minor, namespace };
    return mutatePod(pod, this.plugins, context) ? 'refused' : 'passed';
  }

  private get surroundings(): Omit<Tracing, 'mutations'> {
    const { cluster, minor, plugins } = this;
    return { cluster, minor, plugins };
  }

  private tracing(): Tracing {
    return { ...this.surroundings, mutations: this.mutations };
  }

  /**
   * `mutated`: as policies have left it, or the same object. `written`: the object of the manifest, which is it or makes
   * it.
   */
  private judgeOne(object: Json, mutated: Json, written: Json): readonly AdmissionFinding[] {
    const kind = kindOf(object);
    const isPod = kind?.definition === 'core.v1.Pod';
    const isDone = mutated !== object;
    // What policies have changed, plugins have changed before.
    const admit = isPod && !isDone ? (pod: KubernetesObject) => void this.mutatePod(pod) : () => undefined;
    // Each object in a cluster of its own, as quotas are summed up apart.
    const plugins = isDone ? this.plugins.map(withoutChanges) : this.plugins;
    const refusal = kind && new RunPlugins({ ...this.surroundings, plugins }).refusalOf(mutated, kind);
    const ofPlugins = refusal && refusal.plugin !== 'ResourceQuota' ? [this.findingOf(refusal, written)] : [];
    return [...this.policies.judge(mutated, admit), ...ofPlugins];
  }

  private quotaFindings(objects: readonly Json[]): ReadonlyMap<string, AdmissionFinding> {
    const refusals = quotaRefusals(objects, {
      plugins: new RunPlugins(this.surroundings),
      resourceOf: (object) => this.resources.of(object),
      mutate: (object) => this.mutations.mutate(object).object,
      podsOf: (object) => this.podsOf(object),
    });
    return new Map(
      [...firstOverEach(refusals)].map(([object, refusal]) => [
        keyOfJson(object),
        { ...this.findingOf(refusal, object), at: FieldPath.root.child('spec') },
      ]),
    );
  }

  private findingOf(refusal: Refusal, object: Json): AdmissionFinding {
    return pluginFinding(refusal, (by) => isInNamespaces(by) && this.run.isElsewhere(by, object));
  }

  /** The Pod that a controller makes, and where its template is. */
  private podsOf(object: Json): (MadePods & { readonly at: FieldPath }) | undefined {
    const kind = kindOf(object);
    if (!kind?.podTemplate?.length) return undefined;
    const created = createObject(object, kind, this.minor);
    const made = isTaken(created) ? podsOf(storedForm(kind, created.value, this.minor), object, kind) : undefined;
    const [first = '', ...rest] = kind.podTemplate;
    return made && { ...made, at: FieldPath.root.child(first, ...rest) };
  }
}

/** Classes are there for the whole cluster. */
function isInNamespaces({ kind }: ObjectName): boolean {
  return kind === 'LimitRange' || kind === 'ResourceQuota';
}

function kindOf(object: Json): Kind | undefined {
  return findKind(textAt(object, 'apiVersion'), textAt(object, 'kind'));
}

function inTemplate(finding: AdmissionFinding, at: FieldPath): AdmissionFinding {
  return { ...finding, at: finding.at.rebase(FieldPath.root, at) };
}

function mutationContext(
  cluster: PolicyCluster,
  resources: Resources,
  definitions: readonly object[],
  minor: Minor,
): MutationContext {
  const defined = definedResources(definitions);
  return {
    cluster,
    minor,
    resourceOf: (object) => resources.of(object),
    schemaOf: (object) => resources.schemaOf(object),
    judge: (object) => {
      const [apiVersion, kind] = [textAt(object, 'apiVersion'), textAt(object, 'kind')];
      return defined.judge({ apiVersion, kind, object, minor })?.errors ?? [];
    },
    plugins: () => 'passed',
  };
}

function shown({ object, origins }: MutatedObject): Pick<AdmittedObject, 'object'> {
  const { status: _, ...value } = object;
  return { object: { value, origins: origins.all.map(({ path, by }) => ({ path: String(path), by })) } };
}
