import { FieldPath } from '@podlint/field-path';
import { defineMessages, type Message } from '@podlint/messages';
import type { CreateSteps } from '@podlint/kinds';
import type { Minor } from '@podlint/model';
import type { Json } from '../../crd/values/json.js';
import type { Attributes } from '../policies/attributes.js';
import { compilePolicy, type CompiledPolicy, type Policy } from '../policies/compiled-policy.js';
import { ask, type Answer, type Binding } from '../policies/dispatch.js';
import { hooksOf, type Hook } from '../policies/hooks.js';
import type { PolicyCluster } from '../policies/invocations.js';
import { makeAttributes } from '../policies/make-attributes.js';
import { readObjects } from '../objects/read-objects.js';
import type { RunCluster } from './cluster.js';
import type { AdmissionFinding } from './finding.js';
import type { Resources } from './resources.js';
import { questionsOf, unknownOf } from './unknown.js';

const says = defineMessages('admission-policy', {
  denied: 'The policy {policy} (binding {binding}) refuses this: {text}',
  warned: 'The policy {policy} (binding {binding}) warns of this: {text}',
  audited: 'The policy {policy} (binding {binding}) notes this in the audit log: {text}',
  depends: 'Whether the policy {policy} (binding {binding}) takes this depends on {what}: {text}',
  'the-cluster': 'what else is in the cluster',
});

/** ValidatingAdmissionPolicy is served as v1 since then. */
const servedSince = 30;

/** The policies of a run, for one version of Kubernetes. */
export class RunPolicies {
  private readonly hooks: readonly Hook<CompiledPolicy, Binding>[];

  constructor(
    manifests: { readonly policies: readonly Json[]; readonly bindings: readonly Json[] },
    private readonly known: {
      readonly run: RunCluster;
      /** What policies find in it. */
      readonly found: PolicyCluster;
      readonly resources: Resources;
    },
    private readonly minor: Minor,
  ) {
    const isServed = minor >= servedSince;
    const policies = readObjects<Policy>(isServed ? manifests.policies : [], minor).taken;
    const bindings = readObjects<Binding>(isServed ? manifests.bindings : [], minor).taken;
    this.hooks = hooksOf(policies, bindings, (policy) => compilePolicy(policy, minor));
  }

  /** What the policies say of the creation of an object; `admit`: what plugins do to it before. */
  judge(object: Json, admit: CreateSteps['admit']): readonly AdmissionFinding[] {
    const resource = this.known.resources.of(object);
    if (this.hooks.length === 0 || resource.group === 'admissionregistration.k8s.io') return [];
    const made = makeAttributes({ operation: 'CREATE', object }, this.minor, resource, admit);
    if ('invalid' in made) return [];
    const { attributes } = made;
    return this.hooks.flatMap(({ policy, binding }) =>
      findingsOf(ask(policy, binding, attributes, this.known.found), attributes, this.known.run),
    );
  }
}

function findingsOf(answer: Answer, attributes: Attributes, cluster: RunCluster): readonly AdmissionFinding[] {
  const facts = {
    policy: answer.policy.policy.metadata?.name ?? '',
    binding: answer.binding.metadata?.name ?? '',
  };
  const { policy, binding } = answer;
  const compiled = [...policy.conditions, ...policy.validations, ...policy.annotations];
  const questions = questionsOf(policy.policy.spec ?? {}, binding.spec ?? {}, compiled);
  const unknown = unknownOf(questions, attributes, cluster);
  const depends = (what: Message, text: Message | string, at: FieldPath): AdmissionFinding => {
    return { code: 'policy-depends', message: says.depends({ ...facts, what, text }), at };
  };
  const { code, say } = consequenceOf(answer.binding.spec?.validationActions ?? []);
  const ofFailures = answer.failures.map(({ message: text, places }): AdmissionFinding => {
    const [at = FieldPath.root] = places?.() ?? [];
    return unknown ? depends(unknown, text, at) : { code, message: say({ ...facts, text }), at };
  });
  const ofRefusals = answer.refusals.map(({ message: text, lacks }): AdmissionFinding => {
    const why = lacks ? says['the-cluster']() : unknown;
    if (why) return depends(why, text, FieldPath.root);
    return { code: 'policy-denied', message: says.denied({ ...facts, text }), at: FieldPath.root };
  });
  return [...ofFailures, ...ofRefusals];
}

/** What follows where a validation fails. */
function consequenceOf(actions: readonly string[]): { readonly code: string; readonly say: typeof says.denied } {
  if (actions.includes('Deny')) return { code: 'policy-denied', say: says.denied };
  if (actions.includes('Warn')) return { code: 'policy-warned', say: says.warned };
  return { code: 'policy-audited', say: says.audited };
}
