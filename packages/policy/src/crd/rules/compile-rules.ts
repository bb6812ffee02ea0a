import { compile, type Program } from '../../cel/compile.js';
import type { Environment } from '../../cel/environment.js';
import { kubernetesEnvironment } from '../../cel/kubernetes.js';
import { childrenOf, type Expression } from '../../cel/syntax/ast.js';
import type { CompileProblem } from '../../cel/syntax/problem.js';
import { optionalOf, type CelType } from '../../cel/types.js';
import type { Schema, ValidationRule } from '../schema/schema.js';
import type { DeclType } from './decl-type.js';
import { fieldOfRule } from './field-path.js';
import { selfTypesOf } from './self-types.js';

/** What kept a rule or its messageExpression from compiling; without problems it has the wrong type. */
export interface RuleFault {
  readonly problems: readonly CompileProblem[];
}

export interface CompiledRule {
  readonly rule: ValidationRule;
  readonly program: Program | RuleFault | undefined;
  readonly message: Program | RuleFault | undefined;
  readonly usesOldSelf: boolean;
  /** Its `fieldPath` as the server prints it. */
  readonly field: string | undefined;
}

export function isProgram(compiled: Program | RuleFault | undefined): compiled is Program {
  return compiled !== undefined && 'plan' in compiled;
}

/** Compiles the rules of one schema (apiserver/schema/cel/compilation.go). */
export function compileRules(schema: Schema, decl: DeclType): readonly CompiledRule[] {
  if (schema.validations.length === 0) return [];
  const environments = new RuleEnvironments(decl);
  return schema.validations.map((rule) => compileRule(rule, schema, environments));
}

/** `self` and `oldSelf`, which may be an optional. */
class RuleEnvironments {
  private readonly plain: Environment;
  private readonly self: CelType;
  private optional: Environment | undefined;

  constructor(decl: DeclType) {
    const { self, objects } = selfTypesOf(decl);
    this.self = self;
    this.plain = kubernetesEnvironment.extend({ objects }, { self, oldSelf: self });
  }

  of({ optionalOldSelf }: ValidationRule): Environment {
    if (!optionalOldSelf) return this.plain;
    return (this.optional ??= this.plain.extend({}, { oldSelf: optionalOf(this.self) }));
  }
}

function compileRule(rule: ValidationRule, schema: Schema, environments: RuleEnvironments): CompiledRule {
  const environment = environments.of(rule);
  const program = rule.rule.trim() === '' ? undefined : compiledTo(rule.rule, environment, 'bool');
  const hasMessage = rule.messageExpression !== '' && isProgram(program);
  return {
    rule,
    program,
    message: hasMessage ? compiledTo(rule.messageExpression, environment, 'string') : undefined,
    usesOldSelf: isProgram(program) && names(program, 'oldSelf'),
    field: rule.fieldPath === '' ? undefined : fieldOfRule(rule.fieldPath, schema)?.text,
  };
}

function compiledTo(text: string, environment: Environment, kind: 'bool' | 'string'): Program | RuleFault {
  const compiled = compile(text, environment);
  if ('problems' in compiled) return compiled;
  return compiled.type.kind === kind && !compiled.type.nullable ? compiled : { problems: [] };
}

function names({ checked }: Program, name: string): boolean {
  const isNamed = (node: Expression): boolean =>
    checked.nameOf(node)?.name === name || childrenOf(node).some((child) => isNamed(child));
  return isNamed(checked.expression);
}
