import type { Level } from '../../rule/rule.js';
import type { ObjectSelector } from '../object-selector.js';

/** A rule that a user has written: an expression that is true for an object that is fine. Plain data. */
export interface CustomRule {
  /** It is known as `custom/<name>`. */
  readonly name: string;
  /** Default: warn. */
  readonly level?: Level | undefined;
  /** One line for lists of rules; default: the message. */
  readonly description?: string | undefined;
  /** What is wrong, why, and what to do. */
  readonly message?: string | undefined;
  /** The same as an expression, which gives a text; where it gives none, the message counts. */
  readonly messageExpression?: string | undefined;
  readonly expression: string;
  /** `variables.<name>` in the expressions, each of which can use those before it. */
  readonly variables?: readonly { readonly name: string; readonly expression: string }[] | undefined;
  /** Which objects it is for; default: all. */
  readonly match?: CustomMatch | undefined;
  /** The field at fault, such as `spec.replicas` or `podSpec.hostNetwork`; default: what the expression reads. */
  readonly path?: string | undefined;
  /** What it says of examples; `podlint policy test` runs them. */
  readonly tests?: readonly CustomRuleTest[] | undefined;
}

export interface CustomMatch extends ObjectSelector {
  /** API groups; the core group is an empty text. */
  readonly groups?: string | readonly string[] | undefined;
}

/** An object, and whether the rule takes it. */
export interface CustomRuleTest {
  readonly name?: string | undefined;
  readonly object: Readonly<Record<string, unknown>>;
  /** Default: it does. */
  readonly allowed?: boolean | undefined;
  /** What it says. */
  readonly message?: string | undefined;
}

/** One list over another: a rule takes the place of one with the same name. */
export function mergedCustomRules(under: readonly CustomRule[], over: readonly CustomRule[]): readonly CustomRule[] {
  const names = new Set(over.map(({ name }) => name));
  return [...under.filter(({ name }) => !names.has(name)), ...over];
}

/** What a run needs of a rule. */
export function withoutTests({ tests: _, ...rule }: CustomRule): CustomRule {
  return rule;
}
