import type { FieldPath } from '@podlint/field-path';
import type { Message } from '@podlint/messages';
import type { TextSpan } from '@podlint/validation';
import type { Program } from '../../cel/compile.js';
import { estimateCost } from '../../cel/estimate/estimate-cost.js';
import { spanAt } from '../../cel/syntax/span.js';
import { compileRules, isProgram, type CompiledRule, type RuleFault } from '../rules/compile-rules.js';
import { declTypeOf, maxRequestSize, type DeclType } from '../rules/decl-type.js';
import { escapedName } from '../rules/escape.js';
import { sizesOf } from '../rules/sizes.js';
import { valuesOf, type Schema } from '../schema/schema.js';
import { says } from './messages.js';
import type { Report } from './report.js';
import type { TotalCost } from './total-cost.js';

/** What one rule may cost by estimate (StaticEstimatedCostLimit). */
const costLimit = 10_000_000;

/** What rules of a schema see, and how often it can stand in an object (cel_validation.go, CELSchemaContext). */
export class RuleScope {
  private constructor(
    private readonly decl: () => DeclType | undefined,
    /** Undefined: nobody says how many. */
    private readonly cardinality: number | undefined,
    private readonly cost: TotalCost,
  ) {}

  static of(root: Schema, cost: TotalCost): RuleScope {
    return new RuleScope(
      once(() => declTypeOf(root, true)),
      1,
      cost,
    );
  }

  property(schema: Schema, name: string): RuleScope {
    const property = schema.properties.get(name);
    return this.below(schema, () => this.declOfProperty(name) ?? (property && ownDecl(property)));
  }

  items(schema: Schema): RuleScope {
    return this.below(schema, () => this.element() ?? (schema.items && ownDecl(schema.items)));
  }

  values(schema: Schema): RuleScope {
    const values = valuesOf(schema);
    return this.below(schema, () => this.element() ?? (values && ownDecl(values)));
  }

  private declOfProperty(name: string): DeclType | undefined {
    const decl = this.decl();
    const escaped = escapedName(name);
    return decl?.kind === 'object' && escaped !== undefined ? decl.fields.get(escaped) : undefined;
  }

  private element(): DeclType | undefined {
    const decl = this.decl();
    return decl && 'element' in decl ? decl.element : undefined;
  }

  private below(schema: Schema, decl: () => DeclType | undefined): RuleScope {
    const most = mostElements(schema);
    const known = most !== undefined && this.cardinality !== undefined;
    return new RuleScope(once(decl), known ? this.cardinality * most : undefined, this.cost);
  }

  /** Compiles the rules of the schema and estimates what they cost. */
  validate(schema: Schema, path: FieldPath, correlatable: boolean, report: Report): void {
    const at = path.child('x-kubernetes-validations');
    const decl = this.decl();
    if (!decl) {
      report('InternalError', at, says['no-type']());
      return;
    }
    compileRules(schema, decl).forEach((compiled, index) => {
      this.validateRule(compiled, decl, at.index(index), report);
      validateOldSelf(compiled, correlatable, at.index(index), report);
    });
  }

  private validateRule(
    { program, message, rule }: CompiledRule,
    decl: DeclType,
    path: FieldPath,
    report: Report,
  ): void {
    const often = this.cardinality ?? Math.trunc(maxRequestSize / (decl.minSize + 1));
    if (isProgram(program)) this.addCost(program, often, decl, path.child('rule'), report);
    else if (program)
      report('FieldValueInvalid', path.child('rule'), faultOf(program, 'rule'), spanOf(program, rule.rule));
    if (isProgram(message)) this.addCost(message, 1, decl, path.child('messageExpression'), report);
    else if (message) {
      const span = spanOf(message, rule.messageExpression);
      report('FieldValueInvalid', path.child('messageExpression'), faultOf(message, 'message'), span);
    }
  }

  private addCost({ checked }: Program, often: number, decl: DeclType, path: FieldPath, report: Report): void {
    const cost = estimateCost(checked, sizesOf(decl)).max * often;
    if (cost > costLimit)
      report('FieldValueForbidden', path, says['rule-cost']({ factor: (cost / costLimit).toFixed(1) }));
    this.cost.add(path, cost);
  }
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
}

function ownDecl(schema: Schema): DeclType | undefined {
  return declTypeOf(schema, schema.embeddedResource);
}

/** How many values a list or map has at most; undefined where nobody says (extractMaxElements). */
function mostElements({ type, additionalProperties, maxProperties, maxItems }: Schema): number | undefined {
  if (type === 'array') return maxItems === undefined ? undefined : Math.max(0, maxItems);
  if (type !== 'object' || additionalProperties === undefined) return 1;
  return maxProperties === undefined ? undefined : Math.max(0, maxProperties);
}

function faultOf({ problems: [problem] }: RuleFault, about: 'rule' | 'message'): Message {
  if (!problem) return says[`${about}-type`]();
  return says[`${about}-compile`]({ problem: problem.message });
}

function spanOf({ problems: [problem] }: RuleFault, text: string): TextSpan | undefined {
  return problem && spanAt(text, problem.offset);
}

function validateOldSelf(
  { usesOldSelf, rule }: CompiledRule,
  correlatable: boolean,
  path: FieldPath,
  report: Report,
): void {
  if (usesOldSelf && !correlatable) report('FieldValueInvalid', path.child('rule'), says['old-self']());
  if (!usesOldSelf && rule.optionalOldSelf !== undefined)
    report('FieldValueInvalid', path.child('optionalOldSelf'), says['unused-old-self']());
}
