import type { FieldPath } from '@podlint/field-path';
import { own } from '@podlint/plain';
import { evaluate, type Program } from '../../cel/compile.js';
import type { Activation } from '../../cel/evaluate/run.js';
import { Failure, Optional, type Value } from '../../cel/values/value.js';
import { ResourceErrors, type ResourceError } from '../errors.js';
import { says } from '../messages.js';
import type { Correlation } from '../object/correlation.js';
import { keyedItems, keysOfItem } from '../object/map-list.js';
import type { ValidationRule } from '../schema/schema.js';
import { isList, isObject, type Json } from '../values/json.js';
import { isProgram, type CompiledRule } from './compile-rules.js';
import type { RuleTree } from './rule-tree.js';
import { selfValue } from './self-value.js';

/** What all rules may cost for one object, and each of them (apiserver/pkg/apis/cel/config.go). */
const totalBudget = 10_000_000;
const perCall = 1_000_000;
const longestMessage = 5120;

/** A value with what is known of it before the update; `old` is undefined where there is nothing to compare with. */
export interface Change {
  readonly value: unknown;
  readonly old: unknown;
  readonly correlation: Correlation | undefined;
  /** Of what is around it, where that is correlated. */
  readonly around: Correlation | undefined;
}

/** Runs rules against a value and what is in it; ends when the object's budget is spent. */
export class RuleRun {
  private readonly errors = new ResourceErrors();
  private left = totalBudget;

  run(tree: RuleTree, change: Change, path: FieldPath): readonly ResourceError[] {
    this.visit(tree, change, path);
    return this.errors.list;
  }

  /** False where the budget is spent: nothing more is run. */
  private visit(tree: RuleTree, change: Change, path: FieldPath): boolean {
    const { value } = change;
    if (value === null || value === undefined) return true;
    if (!this.runRules(tree, change, path)) return false;
    if (isList(value)) return this.visitItems(tree, value, change, path);
    return !isObject(value) || this.visitFields(tree, value, change, path);
  }

  private visitItems({ items, schema }: RuleTree, list: unknown[], change: Change, path: FieldPath): boolean {
    if (!items) return true;
    const { listMapKeys } = schema;
    const isMap = schema.listType === 'map' && isList(change.old);
    const old = isMap && isList(change.old) ? keyedItems(change.old, listMapKeys) : new Map<string, unknown>();
    return list.every((value, at) => {
      const before = old.get(keysOfItem(value, listMapKeys) ?? '');
      const below = { ...correlate(change, (correlation) => correlation.index(at)), value, old: before };
      return this.visit(items, below, path.index(at));
    });
  }

  private visitFields(tree: RuleTree, object: Json, change: Change, path: FieldPath): boolean {
    const before = isObject(change.old) && isCorrelatable(tree) ? change.old : {};
    return Object.entries(object).every(([name, value]) => {
      const property = tree.properties.get(name);
      const isTypeMeta = change.around === undefined && (name === 'apiVersion' || name === 'kind');
      const correlations = isTypeMeta ? none : correlate(change, (correlation) => correlation.key(name));
      const below = { ...correlations, value, old: own(before, name) };
      if (property) return this.visit(property, below, path.child(name));
      return !tree.values || this.visit(tree.values, below, path.key(name));
    });
  }

  private runRules(tree: RuleTree, change: Change, path: FieldPath): boolean {
    if (tree.unseen) this.errors.add('FieldValueInvalid', path, says['rule-compile']({ rule: '' }));
    if (tree.rules.length === 0) return true;
    if (this.left <= 0) return this.stop(path);
    const self = new SelfActivation(tree, change);
    return tree.rules.every((compiled) => this.runRule(compiled, self, change, path));
  }

  private runRule(compiled: CompiledRule, self: SelfActivation, change: Change, path: FieldPath): boolean {
    const { rule, program, usesOldSelf } = compiled;
    if (!program) return true;
    if (!isProgram(program)) {
      this.errors.add('FieldValueInvalid', path, says['rule-compile']({ rule: rule.rule }));
      return true;
    }
    if (usesOldSelf && change.old === undefined && !rule.optionalOldSelf) return true;
    const { value, cost } = evaluate(program, self.for(rule), { perCall });
    if (cost > this.left) return this.stop(path);
    this.left -= cost;
    if (value instanceof Failure) return this.fault(rule, value, cost, path);
    return value === true || this.fail(compiled, self, change, path);
  }

  private stop(path: FieldPath): false {
    this.errors.add('FieldValueInvalid', path, says['rules-cost']());
    return false;
  }

  private fault({ rule }: ValidationRule, problem: Failure, cost: number, path: FieldPath): boolean {
    this.errors.add('FieldValueInvalid', path, says['rule-fault']({ rule, problem: problem.reason }));
    return cost < perCall;
  }

  /** A rule that gave false; an unchanged value is not held against who did not change it. */
  private fail(compiled: CompiledRule, self: SelfActivation, change: Change, path: FieldPath): boolean {
    const message = this.messageOf(compiled, self, path);
    if (message === undefined) return false;
    const isUnchanged = (change.correlation ?? change.around)?.isUnchanged === true;
    if (compiled.usesOldSelf || !isUnchanged) {
      const at = compiled.field === undefined ? path : path.child(compiled.field);
      this.errors.add(errorTypeOf(compiled.rule), at, says['failed-rule']({ message }));
    }
    return true;
  }

  /** Undefined where the budget is spent. */
  private messageOf({ rule, message }: CompiledRule, self: SelfActivation, path: FieldPath): string | undefined {
    const fixed = (rule.message || `failed rule: ${rule.rule}`).trim();
    if (!isProgram(message)) return fixed;
    const { value, cost } = evaluateMessage(message, self.for({ ...rule, optionalOldSelf: false }));
    if (cost > this.left || cost >= perCall) {
      this.stop(path);
      return undefined;
    }
    this.left -= cost;
    const text = typeof value === 'string' ? value.trim() : '';
    return text === '' || text.includes('\n') || text.length > longestMessage ? fixed : text;
  }
}

const none: Pick<Change, 'correlation' | 'around'> = { correlation: undefined, around: undefined };

function evaluateMessage(program: Program, activation: Activation): { value: Value | Failure; cost: number } {
  return evaluate(program, activation, { perCall });
}

function correlate(
  change: Change,
  below: (correlation: Correlation) => Correlation | undefined,
): Pick<Change, 'correlation' | 'around'> {
  const { correlation, around } = change;
  return correlation ? { correlation: below(correlation), around: correlation } : { correlation, around };
}

function isCorrelatable({ schema: { mapType } }: RuleTree): boolean {
  return mapType === undefined || mapType === 'granular' || mapType === 'atomic';
}

function errorTypeOf({ reason }: ValidationRule): ResourceError['type'] {
  switch (reason) {
    case 'FieldValueForbidden':
    case 'FieldValueRequired':
    case 'FieldValueDuplicate':
      return reason;
    default:
      return 'FieldValueInvalid';
  }
}

/** `self` and `oldSelf` of the rules of one value. */
class SelfActivation {
  private readonly self: Value | Failure;
  private readonly old: Value | Failure | undefined;

  constructor({ selfSchema }: RuleTree, { value, old }: Change) {
    this.self = selfValue(value, selfSchema);
    this.old = old === undefined || old === null ? undefined : selfValue(old, selfSchema);
  }

  for({ optionalOldSelf }: ValidationRule): Activation {
    const { self, old } = this;
    const optional = old === undefined ? Optional.none : Optional.of(old);
    const oldSelf = optionalOldSelf ? optional : old;
    return { find: (name) => (name === 'self' ? self : name === 'oldSelf' ? oldSelf : undefined) };
  }
}
