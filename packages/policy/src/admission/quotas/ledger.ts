import { defineMessages } from '@podlint/messages';
import { parseQuantity, type Decoded, type Minor, type Quantity, type core } from '@podlint/model';
import type { KubernetesObject } from '@podlint/validation';
import { compareText } from '../objects/cluster.js';
import type { Refusal } from '../plugins/plugin.js';
import { amountsOf, type Amounts } from '../plugins/pod-amounts.js';
import { claimEvaluator } from './claim-evaluator.js';
import { countEvaluator } from './count-evaluator.js';
import type { CountedKind, Evaluator } from './evaluator.js';
import { podEvaluator } from './pod-evaluator.js';
import { scopesOf } from './scopes.js';
import { serviceEvaluator } from './service-evaluator.js';

const says = defineMessages('resource-quota', {
  unsaid: 'the quota {quota} counts what the Pod does not say: {problem}',
  exceeded: 'the quota {quota} allows {hard} of {resource}; {used} of it is used, and this needs {requested}',
});

type ResourceQuota = Decoded<core.ResourceQuota>;

/** A quota, and what of it is used. */
interface Account {
  readonly quota: ResourceQuota;
  readonly name: string;
  readonly hard: Amounts;
  readonly used: Amounts;
}

const zero = parseQuantity('0');

/** What the quotas of a namespace have left (apiserver/pkg/admission/plugin/resourcequota/controller.go). */
export class QuotaLedger {
  private accounts: readonly Account[];

  constructor(
    quotas: readonly ResourceQuota[],
    private readonly minor: Minor,
  ) {
    this.accounts = quotas.map(accountOf).toSorted((a, b) => compareText(a.name, b.name));
  }

  get isEmpty(): boolean {
    return this.accounts.length === 0;
  }

  /** Charges a new object to every quota that counts it, or to none if one of them has too little left (checkRequest). */
  charge(kind: CountedKind, object: KubernetesObject): Refusal | undefined {
    const evaluator = evaluatorOf(kind);
    const counting = this.accounts.filter((account) => this.isCounted(account, evaluator, object));
    for (const { name, hard, quota } of counting) {
      const problem = evaluator.missing([...hard.keys()].filter(evaluator.counts), object);
      if (problem) return refusal(says.unsaid({ quota: name, problem }), quota);
    }
    const usage = withoutZeros(evaluator.usage(object));
    const charged = new Map(counting.map((account) => [account, chargedTo(account, usage)]));
    for (const [account, used] of charged) {
      const exceeded = exceededBy(account, used, usage);
      if (exceeded) return exceeded;
    }
    this.accounts = this.accounts.map((account) => ({ ...account, used: charged.get(account) ?? account.used }));
    return undefined;
  }

  /** What is used of each quota, by its name. */
  usage(): Readonly<Record<string, Readonly<Record<string, string>>>> {
    return Object.fromEntries(
      this.accounts.map(({ name, used }) => [
        name,
        Object.fromEntries([...used].map(([resource, amount]) => [resource, amount.toString()])),
      ]),
    );
  }

  private isCounted({ quota, hard }: Account, evaluator: Evaluator, object: KubernetesObject): boolean {
    const isInScopes = scopesOf(quota).every((scope) => evaluator.isInScope(scope, object, this.minor));
    return isInScopes && [...hard.keys()].some(evaluator.counts);
  }
}

/** A status that says nothing of a resource: none of it is used. */
function accountOf(quota: ResourceQuota): Account {
  const hard = amountsOf(quota.spec?.hard);
  const known = amountsOf(quota.status?.used);
  const used = [...hard.keys()].flatMap((name): (readonly [string, Quantity])[] => {
    const amount = known.get(name) ?? zero;
    return amount ? [[name, amount]] : [];
  });
  return { quota, name: quota.metadata?.name ?? '', hard, used: new Map(used) };
}

function evaluatorOf(kind: CountedKind): Evaluator {
  if (kind.group !== '') return countEvaluator(kind);
  if (kind.plural === 'pods') return podEvaluator;
  if (kind.plural === 'services') return serviceEvaluator;
  return kind.plural === 'persistentvolumeclaims' ? claimEvaluator : countEvaluator(kind);
}

function withoutZeros(usage: Amounts): Amounts {
  return new Map([...usage].filter(([, amount]) => amount.sign !== 0));
}

function chargedTo({ hard, used }: Account, usage: Amounts): Amounts {
  const requested = [...usage].filter(([name]) => hard.has(name));
  return new Map([
    ...used,
    ...requested.map(([name, amount]) => [name, used.get(name)?.plus(amount) ?? amount] as const),
  ]);
}

function exceededBy({ name, hard, used, quota }: Account, charged: Amounts, usage: Amounts): Refusal | undefined {
  const resources = [...usage.keys()].filter((resource) => hard.has(resource)).toSorted(compareText);
  for (const resource of resources) {
    const [most, next] = [hard.get(resource), charged.get(resource)];
    if (!most || !next || next.compare(most) <= 0) continue;
    const facts = { used: String(used.get(resource) ?? 0), requested: String(usage.get(resource) ?? 0) };
    return refusal(says.exceeded({ quota: name, resource, hard: most.toString(), ...facts }), quota);
  }
  return undefined;
}

function refusal(message: Refusal['message'], { metadata }: ResourceQuota): Refusal {
  return { plugin: 'ResourceQuota', message, by: { kind: 'ResourceQuota', name: metadata?.name ?? '' } };
}
