import type { Message } from '@podlint/messages';
import type { Decoded, FieldPath, Kind, Minor, admissionregistration } from '@podlint/model';
import type { FieldError, KubernetesObject, TextSpan } from '@podlint/validation';
import type { Note } from './kind-module.js';

/** What an expression may name besides the object, and what it has to give. */
export interface ExpressionUse {
  readonly params: boolean;
  readonly authorizer: boolean;
  /** `variables.<name>` of the policy. */
  readonly variables: boolean;
  /** `Object{}` and `JSONPatch{}`, of which mutations are made. */
  readonly patches?: true;
  /** Types of which it has to give one; none: it may give any. */
  readonly results: readonly ('bool' | 'string' | 'null' | 'Object' | 'list of JSONPatch')[];
  /** `stored`: the object had the expression before, so that all that the server knows may be in it. */
  readonly age: 'new' | 'stored';
}

/** `InternalError`: the server compiles it and can make no program of it. */
export type ExpressionFault = Pick<FieldError, 'message' | 'span'> & {
  readonly type: 'FieldValueInvalid' | 'InternalError';
};

/** The expressions of one policy. Each method answers why an expression does not compile. */
export interface PolicyExpressions {
  fault(expression: string, use: ExpressionUse): ExpressionFault | undefined;
  /** The expressions that are asked for later can use the variable, whether it compiles or not. */
  addVariable(name: string, expression: string, use: ExpressionUse): ExpressionFault | undefined;
}

/** `stored`: the object had the expression before, so that all that the server knows may be in it. */
export type ExpressionAge = ExpressionUse['age'];

/** Why an expression cannot select devices. */
export interface SelectorFault extends Pick<FieldError, 'message' | 'span'> {
  readonly kind: 'not compiled' | 'too costly';
}

/** The parts of a URL that checks ask for. */
interface UrlParts {
  readonly scheme: string;
  readonly user: string | undefined;
  readonly host: string;
  readonly query: string;
  readonly fragment: string;
}

/** The expressions of a rule that a user has written. */
export interface RuleExpressions {
  /** True for an object that is fine. */
  readonly expression: string;
  readonly messageExpression?: string | undefined;
  readonly variables?: readonly { readonly name: string; readonly expression: string }[] | undefined;
}

/** What keeps an expression of such a rule from compiling. */
export interface RuleFault {
  /** The way to the expression in the rule. */
  readonly field: readonly (string | number)[];
  readonly message: Message;
  readonly span: TextSpan;
}

/** An object that such a rule looks at. */
export interface RuleObject {
  readonly apiVersion: string;
  readonly kindName: string;
  /** Of an object that decoded, or whose pod template did. */
  readonly kind: Kind | undefined;
  /** With the server's defaults, where it has decoded. */
  readonly value: KubernetesObject;
  readonly minor: Minor;
}

/** One place that a rule minds: with the text that the rule gives it, or because it cannot be evaluated. */
export type RuleVerdict =
  { readonly at: FieldPath; readonly text: string | undefined } | { readonly at: FieldPath; readonly fault: Message };

export interface CompiledRule {
  judge(object: RuleObject): readonly RuleVerdict[];
}

/** What the server's code for one kind needs of the language of expressions, and of the schemas of custom resources. */
export interface LateChecks {
  policyExpressions(minor: Minor): PolicyExpressions;
  deviceSelectorFault(expression: string, age: ExpressionAge, minor: Minor): SelectorFault | undefined;
  /** What is wrong with a CustomResourceDefinition besides its metadata, as the successor of `old` if there is one. */
  definitionErrors(definition: object, old: object | undefined, minor: Minor): readonly FieldError[];
  /** Formats in the schemas of a CustomResourceDefinition that the server makes nothing of. */
  unknownFormats(definition: object): readonly { readonly path: FieldPath; readonly format: string }[];
  /** Where the validations of a policy do not fit the types of the kinds that it names. */
  typeNotes(policy: Decoded<admissionregistration.ValidatingAdmissionPolicy>, minor: Minor): readonly Note[];
  /** A rule of the user's own, or why its expressions do not compile in a version. */
  compileRule(rule: RuleExpressions, minor: Minor): CompiledRule | { readonly faults: readonly RuleFault[] };
  /** As Go's url.Parse. */
  parseUrl(text: string): UrlParts | { readonly fault: string };
}

/**
 * That code is large, and few objects need it. So it is not imported here: whoever judges loads it, at once or when a
 * text names a kind that needs it (`needsLateChecks`), and gives it to this package.
 */
let provided: LateChecks | undefined;

export function provideLateChecks(checks: LateChecks): void {
  provided = checks;
}

export function hasLateChecks(): boolean {
  return provided !== undefined;
}

export function lateChecks(): LateChecks {
  if (!provided) throw new Error('the checks of expressions and schemas were not loaded: call provideLateChecks first');
  return provided;
}

/** The groups of kinds that need them, as an apiVersion has them. */
const groups = /\b(?:admissionregistration|apiextensions|resource)\.k8s\.io/;

/** Whether a text may hold an object that needs the late checks. Escapes in it have to be written plainly. */
export function needsLateChecks(text: string): boolean {
  // Most texts have none: that is found out sooner than by an expression.
  return text.includes('.k8s.io') && groups.test(text);
}
