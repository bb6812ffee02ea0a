import type { CompiledRule, RuleObject, RuleVerdict } from '@podlint/kinds';
import { storedForm } from '@podlint/kinds';
import { FieldPath } from '@podlint/field-path';
import { findKind, podTemplateOf } from '@podlint/model';
import { admissionRequest } from '../cel/admission/values.js';
import type { CompiledVariable } from '../cel/admission/variables.js';
import { serverBudget, type Program } from '../cel/compile.js';
import { failingPlaces, type FailingPlace } from '../cel/places/failing-places.js';
import type { Root, Roots } from '../cel/places/parts.js';
import { adapted, type Value } from '../cel/values/value.js';
import { evaluateAll, type Outcome } from '../admission/policies/evaluation.js';
import { truthOfOutcome } from '../admission/policies/failing-fields.js';
import type { Condition } from '../admission/policies/compiled-names.js';
import { metadataOf, resourceOf, textAt } from '../admission/objects/resource.js';
import { isObject, type Json } from '../crd/values/json.js';
import { podNames } from './environment.js';

interface Parts {
  readonly condition: Condition & { readonly program: Program };
  readonly message: Condition | undefined;
  readonly variables: readonly CompiledVariable[];
  readonly readsPod: boolean;
}

/** A rule whose expressions have compiled. */
export class RuleProgram implements CompiledRule {
  constructor(private readonly parts: Parts) {}

  judge(subject: RuleObject): readonly RuleVerdict[] {
    const roots = rootsOf(subject);
    if (this.parts.readsPod && !roots.has(podNames.spec)) return [];
    const judged = new JudgedObject(this.parts, requestFor(subject));
    const outcome = judged.outcomeOf(this.parts.condition, roots);
    if ('fault' in outcome)
      return judged
        .places(roots)
        .slice(0, 1)
        .map(({ at }) => ({ at, fault: outcome.fault }));
    return outcome.value === true ? [] : judged.failures(roots);
  }
}

/** A rule, and the request that would create the object. */
class JudgedObject {
  constructor(
    private readonly parts: Parts,
    private readonly request: Value,
  ) {}

  outcomeOf(condition: Condition, roots: Roots): Outcome {
    const inputs = new Map<string, Value>([
      ['object', null],
      ['oldObject', null],
      ['namespaceObject', null],
      ['request', this.request],
      ...[...roots].map(([name, { value }]): [string, Value] => [name, adapted(value)]),
    ]);
    const results = evaluateAll([condition], this.parts.variables, inputs, serverBudget.total);
    return 'fault' in results ? results : (results.outcomes[0] ?? { value: null });
  }

  failures(roots: Roots): readonly RuleVerdict[] {
    return this.places(roots).map(({ at, roots: around }) => ({ at, text: this.textFor(around) }));
  }

  /** Where the object is at fault for the condition. */
  places(roots: Roots): readonly FailingPlace[] {
    const { condition, variables } = this.parts;
    const expressions = new Map(
      variables.flatMap(({ name, compiled }) =>
        'problems' in compiled ? [] : [[name, compiled.checked.expression] as const],
      ),
    );
    return failingPlaces({
      roots,
      program: condition.program,
      variable: (name) => expressions.get(name),
      truthOf: (program, around) => truthOfOutcome(this.outcomeOf({ expression: '', compiled: program }, around)),
    });
  }

  /** What the rule says of one place; undefined: its own words have to do. */
  private textFor(roots: Roots): string | undefined {
    const { message } = this.parts;
    const outcome = message && this.outcomeOf(message, roots);
    const text = outcome && 'value' in outcome && typeof outcome.value === 'string' ? outcome.value.trim() : '';
    return text === '' ? undefined : text;
  }
}

/** `podTemplate` and `podSpec` only where the object has a Pod. */
function rootsOf({ apiVersion, kindName, kind, value, minor }: RuleObject): Roots {
  const builtIn = findKind(apiVersion, kindName);
  const object = builtIn && kind === builtIn ? storedForm(builtIn, value, minor) : (value as Json);
  const roots = new Map<string, Root>([['object', { value: object, at: FieldPath.root }]]);
  const template = kind && podTemplateOf(kind, object);
  if (!kind?.podTemplate || !isObject(template)) return roots;
  const at = FieldPath.root.below(kind.podTemplate);
  const isPod = kind.podTemplate.length === 0;
  const { metadata = {}, spec = {} } = template;
  roots.set(podNames.template, { value: isPod ? { metadata, spec } : template, at });
  return roots.set(podNames.spec, { value: spec, at: at.child('spec') });
}

function requestFor({ value }: RuleObject): Value {
  const { group, version, kind, plural: resource, namespaced } = resourceOf(value as Json);
  const metadata = metadataOf(value as Json);
  return admissionRequest({
    ...{ group, version, kind, resource, operation: 'CREATE' },
    name: textAt(metadata, 'name'),
    ...(namespaced && { namespace: textAt(metadata, 'namespace') || 'default' }),
  });
}
