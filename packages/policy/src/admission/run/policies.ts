import { FieldPath } from '@podlint/field-path';
import { defineMessages, type Message } from '@podlint/messages';
import type { Minor } from '@podlint/model';
import type { Json } from '../../crd/values/json.js';
import type { Attributes } from '../policies/attributes.js';
import { compilePolicy, type CompiledPolicy, type Policy } from '../policies/compiled-policy.js';
import { ask, type Answer, type Binding, type PolicyCluster } from '../policies/dispatch.js';
import { makeAttributes } from '../policies/make-attributes.js';
import { readObjects } from '../objects/read-objects.js';
import type { RunCluster } from './cluster.js';
import type { AdmissionFinding } from './finding.js';
import { placeOf } from './place-of.js';
import type { Resources } from './resources.js';

const says = defineMessages('admission-policy', {
  denied: 'The policy {policy} (binding {binding}) refuses this: {text}',
  warned: 'The policy {policy} (binding {binding}) warns of this: {text}',
  audited: 'The policy {policy} (binding {binding}) notes this in the audit log: {text}',
  depends: 'Whether the policy {policy} (binding {binding}) takes this depends on {what}: {text}',
  'the-asker': 'who asks, which no file says',
  'the-namespace': 'the labels of the namespace {namespace}, which is not among the files',
  'the-cluster': 'what else is in the cluster',
});

/** ValidatingAdmissionPolicy is served as v1 since then. */
const servedSince = 30;

/** The policies of a run, for one version of Kubernetes. */
export class RunPolicies {
  private readonly found: PolicyCluster;
  private readonly hooks: readonly { readonly policy: CompiledPolicy; readonly binding: Binding }[];

  constructor(
    manifests: { readonly policies: readonly Json[]; readonly bindings: readonly Json[] },
    private readonly cluster: RunCluster,
    private readonly resources: Resources,
    private readonly minor: Minor,
  ) {
    this.found = cluster.forPolicies(minor, resources);
    const isServed = minor >= servedSince;
    const policies = readObjects<Policy>(isServed ? manifests.policies : [], minor).taken;
    const bindings = readObjects<Binding>(isServed ? manifests.bindings : [], minor).taken;
    this.hooks = policies.flatMap(({ value }) => {
      const own = bindings.filter(({ value: { spec } }) => spec?.policyName === value.metadata?.name);
      if (own.length === 0) return [];
      const policy = compilePolicy(value, minor);
      return own.map((binding) => ({ policy, binding: binding.value }));
    });
  }

  /** What the policies say of the creation of an object. */
  judge(object: Json): readonly AdmissionFinding[] {
    const resource = this.resources.of(object);
    if (this.hooks.length === 0 || resource.group === 'admissionregistration.k8s.io') return [];
    const made = makeAttributes({ operation: 'CREATE', object }, this.minor, resource);
    if ('invalid' in made) return [];
    const { attributes } = made;
    return this.hooks.flatMap(({ policy, binding }) =>
      findingsOf(ask(policy, binding, attributes, this.found), attributes, this.cluster),
    );
  }
}

function findingsOf(answer: Answer, attributes: Attributes, cluster: RunCluster): readonly AdmissionFinding[] {
  const facts = {
    policy: answer.policy.policy.metadata?.name ?? '',
    binding: answer.binding.metadata?.name ?? '',
  };
  const unknown = unknownOf(answer, attributes, cluster);
  const depends = (what: Message, text: Message | string, at: FieldPath): AdmissionFinding => {
    return { code: 'policy-depends', message: says.depends({ ...facts, what, text }), at };
  };
  const { code, say } = consequenceOf(answer.binding.spec?.validationActions ?? []);
  const ofFailures = answer.failures.map(({ message: text, index }): AdmissionFinding => {
    const validation = answer.policy.validations[index];
    const at = validation ? placeOf(validation.compiled, attributes.object ?? {}) : FieldPath.root;
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

const asker = /\brequest\.userInfo\b|\bauthorizer\b/;
const namespaceRead = /\bnamespaceObject\b/;

/** What the answer rests on and nobody knows; undefined: it holds wherever the files are applied. */
function unknownOf(
  { policy, binding }: Answer,
  { namespace, resource }: Attributes,
  cluster: RunCluster,
): Message | undefined {
  const expressions = [...policy.conditions, ...policy.validations, ...policy.annotations]
    .map(({ expression }) => expression)
    .concat((policy.policy.spec?.variables ?? []).map(({ expression = '' }) => expression))
    .join('\n');
  if (asker.test(expressions)) return says['the-asker']();
  if (namespace === '' || resource.plural === 'namespaces' || cluster.hasNamespace(namespace)) return undefined;
  const selectors = [policy.policy.spec?.matchConstraints, binding.spec?.matchResources].map((constraints) =>
    JSON.stringify(constraints?.namespaceSelector ?? {}),
  );
  const isAsked = namespaceRead.test(expressions) || selectors.some(looksAtLabels);
  return isAsked ? says['the-namespace']({ namespace }) : undefined;
}

/** The name is a label of every namespace. */
function looksAtLabels(selector: string): boolean {
  return selector !== '{}' && !/^[^:]*:\{"kubernetes\.io\/metadata\.name":"[^"]*"\}\}$/.test(selector);
}
