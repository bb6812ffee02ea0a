import { FieldPath } from '@podlint/field-path';
import { findKind, podTemplateOf, type Kind, type Minor } from '@podlint/model';
import { keyOfJson, type Json } from '../../crd/values/json.js';
import { createObject, isTaken } from '../objects/created.js';
import { podsOf, type MadePods } from '../chain/pods-of.js';
import { textAt } from '../objects/resource.js';
import { storedForm } from '@podlint/kinds';
import type { Cluster } from '../objects/cluster.js';
import { RunCluster } from './cluster.js';
import type { AdmissionFinding } from './finding.js';
import { fillTemplate } from './fill-template.js';
import { pluginFinding, RunPlugins } from './plugins.js';
import { RunPolicies } from './policies.js';
import { Resources } from './resources.js';
import { traceAdmission, type AdmittedPod } from './trace.js';

/** What is at hand of a run, and of what is named besides. */
export interface RunObjects {
  /** Policies, bindings and their params, namespaces, LimitRanges, quotas and so on, as JSON. */
  readonly known: readonly object[];
  /** CustomResourceDefinitions. */
  readonly definitions: readonly object[];
  /** The objects of the run, in its order; none where there are no quotas, which sum them up. */
  readonly all: readonly object[];
}

/** What admission would say of the objects of a run. */
export interface RunAdmission {
  judge(object: Json, minor: Minor): readonly AdmissionFinding[];
  /** The Pod that an object is or makes, as admission leaves it; undefined: it makes none. */
  explain(object: Json, minor: Minor): AdmittedPod | undefined;
  /** Gives the containers of an object's Pods what LimitRanges of its namespace will give them; in place. */
  fillLimits(kind: Kind, object: object, minor: Minor): void;
}

export function runAdmission(objects: RunObjects): RunAdmission {
  const byMinor = new Map<Minor, VersionAdmission>();
  const of = (minor: Minor): VersionAdmission => {
    const known = byMinor.get(minor) ?? new VersionAdmission(objects, minor);
    byMinor.set(minor, known);
    return known;
  };
  return {
    judge: (object, minor) => of(minor).judge(object),
    explain: (object, minor) => of(minor).explain(object),
    fillLimits: (kind, object, minor) => fillTemplate(kind, object, of(minor).cluster),
  };
}

/** The same for one version of Kubernetes. */
class VersionAdmission {
  readonly cluster: Cluster;
  private readonly policies: RunPolicies;
  private readonly overQuota: ReadonlyMap<string, AdmissionFinding>;

  constructor(
    { known, definitions, all }: RunObjects,
    readonly minor: Minor,
  ) {
    const run = new RunCluster(known as readonly Json[]);
    this.cluster = run.forPlugins(minor);
    const kinds = (kind: string): readonly Json[] => (known as readonly Json[]).filter((one) => one['kind'] === kind);
    const policies = kinds('ValidatingAdmissionPolicy');
    const bindings = kinds('ValidatingAdmissionPolicyBinding');
    this.policies = new RunPolicies({ policies, bindings }, run, new Resources(definitions), minor);
    this.overQuota =
      this.cluster.all('ResourceQuota').length > 0 ? this.quotaFindings(all as readonly Json[]) : new Map();
  }

  judge(object: Json): readonly AdmissionFinding[] {
    const pods = this.podsOf(object);
    const ofPods = pods ? this.judgeOne(pods.pod).map((finding) => inTemplate(finding, pods.at)) : [];
    const quota = this.overQuota.get(keyOfJson(object));
    return [...this.judgeOne(object), ...ofPods, ...(quota ? [quota] : [])];
  }

  explain(object: Json): AdmittedPod | undefined {
    const kind = kindOf(object);
    const podKind = findKind('v1', 'Pod');
    const pod = kind === podKind ? object : this.podsOf(object)?.pod;
    if (!kind || !podKind || !pod) return undefined;
    const written = kind === podKind ? object : { ...pod, spec: podTemplateOf(kind, object)?.spec };
    return traceAdmission(pod, written, podKind, this);
  }

  private judgeOne(object: Json): readonly AdmissionFinding[] {
    const kind = kindOf(object);
    // Each object in a cluster of its own, as quotas are summed up apart.
    const refusal = kind && new RunPlugins(this.cluster, this.minor).refusalOf(object, kind);
    const ofPlugins = refusal && refusal.plugin !== 'ResourceQuota' ? [pluginFinding(refusal)] : [];
    return [...this.policies.judge(object), ...ofPlugins];
  }

  /** Objects that are too much for a quota when all are created in their order. */
  private quotaFindings(objects: readonly Json[]): ReadonlyMap<string, AdmissionFinding> {
    const plugins = new RunPlugins(this.cluster, this.minor);
    const found = new Map<string, AdmissionFinding>();
    for (const object of objects) {
      const pods = this.podsOf(object);
      const refusals = [
        this.chargeOne(object, plugins),
        ...Array.from(
          { length: Math.min(pods?.count ?? 0, mostCounted) },
          () => pods && this.chargeOne(pods.pod, plugins),
        ),
      ];
      const refusal = refusals.find((one) => one !== undefined);
      if (refusal) found.set(keyOfJson(object), { ...pluginFinding(refusal), at: FieldPath.root.child('spec') });
    }
    return found;
  }

  private chargeOne(object: Json, plugins: RunPlugins) {
    const kind = kindOf(object);
    const refusal = kind && plugins.refusalOf(object, kind);
    return refusal?.plugin === 'ResourceQuota' ? refusal : undefined;
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

/** A controller with more Pods than this is taken for one with so many. */
const mostCounted = 1000;

function kindOf(object: Json): Kind | undefined {
  return findKind(textAt(object, 'apiVersion'), textAt(object, 'kind'));
}

function inTemplate(finding: AdmissionFinding, at: FieldPath): AdmissionFinding {
  return { ...finding, at: finding.at.rebase(FieldPath.root, at) };
}
