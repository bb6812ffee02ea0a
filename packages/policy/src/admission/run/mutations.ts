import { FieldPath } from '@podlint/field-path';
import { defineMessages, type Message } from '@podlint/messages';
import type { Json } from '../../crd/values/json.js';
import { nameOf, originOf, type MutatingHook } from '../mutation/hooks.js';
import type { Mutable } from '../mutation/mutable.js';
import { mutateCreation, type Mutated } from '../mutation/mutated-creation.js';
import type { Mutation, MutationFault } from '../mutation/mutation.js';
import { startMutation, type MutationContext, type ObjectError } from '../mutation/start-mutation.js';
import { namespaceOf } from '../objects/resource.js';
import type { RunCluster } from './cluster.js';
import type { AdmissionFinding } from './finding.js';
import { questionsOf, unknownOf } from './unknown.js';
import { ValueOrigins } from './value-origins.js';

const says = defineMessages('admission-mutation', {
  failed: 'The policy {policy} (binding {binding}) cannot change this, so the server refuses it: {problem}',
  refused: 'The policy {policy} (binding {binding}) makes of this what the server refuses: {field}: {problem}',
  depends: 'Whether the policy {policy} (binding {binding}) changes this depends on {what}.',
  'depends-fault': 'Whether the policy {policy} (binding {binding}) can change this depends on {what}: {problem}',
  'the-cluster': 'what else is in the cluster',
});

/** An object of a run as mutating policies leave it, and what is to be said of that. */
export interface MutatedObject {
  /** The same object where none has changed it, or the server refuses what comes of it. */
  readonly object: Json;
  readonly findings: readonly AdmissionFinding[];
  readonly isRefused: boolean;
  /** Of each value that a policy has set. */
  readonly origins: ValueOrigins;
}

/** The mutating policies of a run, for one version of Kubernetes. */
export class RunMutations {
  private readonly mutated = new WeakMap<Json, MutatedObject>();

  constructor(
    private readonly hooks: readonly MutatingHook[],
    private readonly cluster: RunCluster,
    private readonly context: MutationContext,
  ) {}

  get isEmpty(): boolean {
    return this.hooks.length === 0;
  }

  /** What the policies make of an object that is created; those of which nobody knows that do nothing. */
  mutate(object: Json): MutatedObject {
    const known = this.mutated.get(object) ?? this.work(object);
    this.mutated.set(object, known);
    return known;
  }

  private work(object: Json): MutatedObject {
    const { group } = this.context.resourceOf(object);
    if (this.hooks.length === 0 || group === 'admissionregistration.k8s.io') return unchanged(object);
    const unknown = new Map(this.hooks.flatMap((hook) => this.unknownOf(hook, object)));
    const known = this.hooks.filter((hook) => !unknown.has(hook));
    const outcome = outcomeOf(mutateCreation(object, known, this.context), object);
    const depends = [...unknown].flatMap(([hook, what]) => this.dependsOn(hook, what, object));
    return { ...outcome, findings: [...outcome.findings, ...depends] };
  }

  /** The same for whoever takes an object through admission step by step. */
  start(subject: Json, object: Mutable, changed: (origin: string) => void): Mutation {
    const known = this.hooks.filter((hook) => this.unknownOf(hook, subject).length === 0);
    return startMutation(subject, object, known, this.context, (hook) => {
      changed(originOf(hook));
    });
  }

  private unknownOf(hook: MutatingHook, object: Json): [MutatingHook, Message][] {
    const resource = this.context.resourceOf(object);
    const request = { namespace: namespaceOf(object, resource), resource };
    const { policy, binding } = hook;
    const compiled = [...policy.conditions, ...policy.mutations];
    const questions = questionsOf(policy.policy.spec ?? {}, binding.spec ?? {}, compiled);
    const what = unknownOf(questions, request, this.cluster);
    return what ? [[hook, what]] : [];
  }

  private dependsOn(hook: MutatingHook, what: Message, object: Json): readonly AdmissionFinding[] {
    const { changers, faults } = mutateCreation(object, [hook], this.context);
    if (changers.length === 0 && faults.length === 0) return [];
    return [{ code: 'policy-depends', message: says.depends({ ...nameOf(hook), what }), at: FieldPath.root }];
  }
}

function unchanged(object: Json): MutatedObject {
  return { object, findings: [], isRefused: false, origins: new ValueOrigins() };
}

function outcomeOf(mutated: Mutated, object: Json): MutatedObject {
  const { faults, errors, origins } = mutated;
  const refusals = faults.length === 0 ? errors.slice(0, 1).flatMap((error) => refusalFinding(error, mutated)) : [];
  const findings = [...faults.map(faultFinding), ...refusals];
  const isRefused = findings.some(({ code }) => code !== 'policy-depends');
  return { object: isRefused ? object : mutated.object, findings, isRefused, origins };
}

/** Of the last policy that has set the field, or something in it, or else of the last that has changed anything. */
function refusalFinding({ at, message }: ObjectError, { origins, changers }: Mutated): AdmissionFinding[] {
  const setter = origins.lastIn(at);
  const hook = changers.findLast((one) => originOf(one) === setter) ?? changers.at(-1);
  if (!hook) return [];
  return [
    { code: 'mutation-refused', message: says.refused({ ...nameOf(hook), field: String(at), problem: message }), at },
  ];
}

function faultFinding({ policy, binding, message: problem, lacks }: MutationFault): AdmissionFinding {
  const names = { policy, binding };
  const at = FieldPath.root;
  if (!lacks) return { code: 'mutation-failed', message: says.failed({ ...names, problem }), at };
  return {
    code: 'policy-depends',
    message: says['depends-fault']({ ...names, what: says['the-cluster'](), problem }),
    at,
  };
}
