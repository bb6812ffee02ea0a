import { defineRule, entryAt, rename, set, type FindingInRun, type RunObject } from '@podlint/engine/rule';
import { labelsMatch } from '@podlint/model';
import { references, type KnownObject, type LabelSelector, type RefFacts } from '../../kit/refs/facts.js';
import { completeOption, isAllThere, levelOfMissing, type CompleteOption } from '../../kit/refs/meaning.js';
import { indexOf, type RunIndex } from '../../kit/refs/run-index.js';
import { hasConditions, textOf } from '../../kit/refs/selecting.js';
import { isSlip } from '../../kit/refs/slips.js';
import { fieldsOf } from '../../kit/typed.js';

const messages = {
  'not-bound':
    'No binding of this run names the policy. A policy without a binding does nothing. Add a {kind}Binding with policyName "{name}".',
  'no-namespace':
    'No namespace of this run has these labels ({labels}). The policy is asked about no object in a namespace.',
  near: 'No namespace of this run has the label "{key}: {value}", but "{name}" has "{meantKey}: {meantValue}". Did you mean that?',
  namespace: 'the labels of the namespace',
} as const;

type Found = FindingInRun<keyof typeof messages>;

export default defineRule<keyof typeof messages, CompleteOption, RefFacts>({
  id: 'refs/policy-without-effect',
  level: 'warn',
  fix: 'unsafe',
  summary: 'An admission policy that no binding applies, or that selects no namespace',
  brief: 'policy without effect',
  messages,
  options: completeOption,
  collects: references,
  run(view, report, options) {
    const level = levelOfMissing(isAllThere(view, options));
    const policies = view.collected.filter(({ facts }) => facts.policy);
    if (policies.length === 0) return;
    const bound = new BoundPolicies(policies);
    const namespaces = new KnownNamespaces(indexOf(view));
    for (const known of policies)
      for (const found of [...bound.faultsOf(known), ...namespaces.faultsOf(known)])
        report(known.object, { level, ...found });
  },
});

/** The policies that bindings of the run name. */
class BoundPolicies {
  private readonly names = new Map<string, Set<string>>();

  constructor(policies: readonly KnownObject[]) {
    for (const { facts } of policies)
      for (const { kind, name } of facts.refs ?? [])
        this.names.set(kind, (this.names.get(kind) ?? new Set()).add(name));
  }

  /** A binding that names it with a slip is told of itself. */
  faultsOf({ object }: KnownObject): readonly Found[] {
    const { kindName: kind, name } = object;
    const named = this.names.get(kind) ?? new Set();
    if (kind.endsWith('Binding') || named.has(name) || [...named].some((one) => isSlip(one, name))) return [];
    const at = fieldsOf<{ readonly metadata: { readonly name: string } }>(object).metadata.name;
    return [{ at, message: 'not-bound', data: { kind, name } }];
  }
}

type Labels = Readonly<Record<string, string | undefined>>;

interface KnownNamespace {
  readonly name: string;
  readonly labels: Labels;
  /** Undefined: an object of the run is in it, and nothing else is known. */
  readonly object?: RunObject;
}

/** Of very many namespaces only so many are looked through for what was meant. */
const mostCompared = 500;

/** Those of every cluster. */
const always = ['default', 'kube-system', 'kube-public', 'kube-node-lease'];

/** The namespaces that the cluster of a run surely has. */
class KnownNamespaces {
  private readonly all: readonly KnownNamespace[];

  constructor(index: RunIndex) {
    const written = index.namespaces.map(({ object, facts }) => ({
      ...{ name: object.name, object },
      labels: facts.namespaceLabels ?? {},
    }));
    const named = new Set([...always, ...index.all.map(({ object }) => object.namespace)]);
    for (const { name } of written) named.delete(name);
    this.all = [...written, ...[...named].map((name) => ({ name, labels: { 'kubernetes.io/metadata.name': name } }))];
  }

  faultsOf({ object, facts: { policy } }: KnownObject): readonly Found[] {
    const { namespaces: selector } = policy ?? {};
    if (!selector || !hasConditions(selector) || this.all.some(({ labels }) => labelsMatch(selector, labels)))
      return [];
    const at = selectorAt(object);
    const near = this.near(selector);
    if (!near) return [{ at, message: 'no-namespace', data: { labels: textOf(selector) } }];
    const { key, value, meantKey, meantValue, meant } = near;
    const entry = entryAt(at.matchLabels, key);
    return [
      {
        at: entry,
        message: 'near',
        level: 'warn',
        data: { key, value, meantKey, meantValue, name: meant.name },
        fixes: () => [
          {
            title: `Change it to "${meantKey}: ${meantValue}"`,
            safety: 'unsafe',
            changes: [key === meantKey ? set(entry, meantValue) : rename(entry, meantKey)],
          },
        ],
        related: meant.object ? [{ object: meant.object, at: labelsAt(meant.object), message: 'namespace' }] : [],
      },
    ];
  }

  /** A label of a namespace that a label of the selector means but for a slip, where all else is as it asks. */
  private near(selector: LabelSelector) {
    const found = Object.entries<string | undefined>(selector.matchLabels ?? {}).flatMap(([key, value = '']) =>
      this.all.slice(0, mostCompared).flatMap((meant) =>
        Object.entries(meant.labels).flatMap(([meantKey, meantValue = '']) => {
          const isMeant = key === meantKey ? isSlip(value, meantValue) : value === meantValue && isSlip(key, meantKey);
          return isMeant && labelsMatch(withLabel(selector, key, meantKey, meantValue), meant.labels)
            ? [{ key, value, meantKey, meantValue, meant }]
            : [];
        }),
      ),
    );
    return found.length === 1 ? found[0] : undefined;
  }
}

function withLabel(selector: LabelSelector, key: string, meantKey: string, meantValue: string): LabelSelector {
  const others = Object.entries(selector.matchLabels ?? {}).filter(([name]) => name !== key);
  return { ...selector, matchLabels: Object.fromEntries([...others, [meantKey, meantValue]]) };
}

interface WithSelector {
  readonly namespaceSelector: { readonly matchLabels: Readonly<Record<string, string>> };
}

function selectorAt(object: RunObject) {
  const { spec } = fieldsOf<{
    readonly spec: { readonly matchConstraints: WithSelector; readonly matchResources: WithSelector };
  }>(object);
  const { namespaceSelector } = object.kindName.endsWith('Binding') ? spec.matchResources : spec.matchConstraints;
  return namespaceSelector;
}

function labelsAt(object: RunObject) {
  return fieldsOf<{ readonly metadata: { readonly labels: Readonly<Record<string, string>> } }>(object).metadata.labels;
}
