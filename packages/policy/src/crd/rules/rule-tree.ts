import { valuesOf, type Schema } from '../schema/schema.js';
import { compileRules, type CompiledRule } from './compile-rules.js';
import { declTypeOf, type DeclType } from './decl-type.js';
import { escapedName } from './escape.js';
import { withResourceFields } from './resource-fields.js';

/** The rules of a schema and of what is below it; nodes without any are left out. */
export interface RuleTree {
  readonly schema: Schema;
  /** The schema as `self` is read by. */
  readonly selfSchema: Schema;
  readonly rules: readonly CompiledRule[];
  readonly items: RuleTree | undefined;
  readonly values: RuleTree | undefined;
  readonly properties: ReadonlyMap<string, RuleTree>;
  /** Rules that expressions cannot have: the schema is none that they see. */
  readonly unseen: boolean;
}

/** Compiles all rules of a schema; undefined where there are none (apiserver/schema/cel/validation.go, NewValidator). */
export function ruleTreeOf(schema: Schema, resource: boolean): RuleTree | undefined {
  return hasRules(schema) ? treeOf(schema, declTypeOf(schema, resource), resource) : undefined;
}

function hasRules(schema: Schema): boolean {
  return (
    schema.validations.length > 0 ||
    [schema.items, valuesOf(schema), ...schema.properties.values()].some((below) => below && hasRules(below))
  );
}

function treeOf(schema: Schema, decl: DeclType | undefined, resource: boolean): RuleTree | undefined {
  const element = decl && 'element' in decl ? decl.element : undefined;
  const values = valuesOf(schema);
  const tree = {
    schema,
    selfSchema: resource ? withResourceFields(schema) : schema,
    rules: decl ? compileRules(schema, decl) : [],
    items: schema.items && treeOf(schema.items, element, schema.items.embeddedResource),
    values: values && treeOf(values, element, values.embeddedResource),
    properties: propertiesOf(schema, decl),
    unseen: !decl && schema.validations.length > 0,
  };
  const empty = tree.rules.length === 0 && tree.properties.size === 0 && !tree.items && !tree.values && !tree.unseen;
  return empty ? undefined : tree;
}

function propertiesOf(schema: Schema, decl: DeclType | undefined): ReadonlyMap<string, RuleTree> {
  const trees = new Map<string, RuleTree>();
  for (const [name, property] of schema.properties) {
    const type = declOfProperty(name, property, decl);
    const tree = type && treeOf(property, type, property.embeddedResource);
    if (tree) trees.set(name, tree);
  }
  return trees;
}

/** One whose name expressions cannot write has rules all the same. */
function declOfProperty(name: string, property: Schema, decl: DeclType | undefined): DeclType | undefined {
  const escaped = escapedName(name);
  if (escaped === undefined) return declTypeOf(property, property.embeddedResource);
  return decl?.kind === 'object' ? decl.fields.get(escaped) : undefined;
}
