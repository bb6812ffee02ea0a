import type { Note } from '@podlint/kinds';
import { defineMessages, type Message } from '@podlint/messages';
import {
  FieldPath,
  findKind,
  kinds,
  type Decoded,
  type Kind,
  type Minor,
  type admissionregistration,
} from '@podlint/model';
import { policyEnvironment } from '../../cel/admission/environment.js';
import { PolicyVariables } from '../../cel/admission/variables.js';
import { compile } from '../../cel/compile.js';
import type { Environment } from '../../cel/environment.js';
import { environmentOf } from '../../cel/kubernetes.js';
import { spanAt } from '../../cel/syntax/span.js';
import type { CompileProblem } from '../../cel/syntax/problem.js';
import { dynType } from '../../cel/types.js';
import { structureLibrary, typeOfDefinition } from './structure-types.js';

const says = defineMessages('policy-types', {
  misfit:
    'For {kinds} this does not fit: {problem}. Where the policy meets such an object, the expression fails. Mend it, or take the kind out of the rules.',
});

type Policy = Decoded<admissionregistration.ValidatingAdmissionPolicy>;

/** maxTypesToCheck */
const mostKinds = 10;

/**
 * Compiles the validations of a policy against the types of the kinds that it names, as the server does when it takes the
 * policy (policy/validating/typechecking.go): a rule with a wildcard is about any type. What does not compile without
 * types is another matter.
 */
export function typeNotes({ spec = {} }: Policy, minor: Minor): readonly Note[] {
  const named = kindsNamed(spec, minor);
  if (named.length === 0) return [];
  const untyped = environmentFor(spec, minor, undefined);
  const typed = named.map((kind) => ({ kind, environment: environmentFor(spec, minor, kind) }));
  return (spec.validations ?? []).flatMap(({ expression = '', messageExpression = '' }, i) => {
    const at = FieldPath.root.child('spec', 'validations').index(i);
    return [
      { text: expression, path: at.child('expression') },
      { text: messageExpression, path: at.child('messageExpression') },
    ].flatMap(({ text, path }) =>
      text === '' || 'problems' in compile(text, untyped) ? [] : misfits(text, typed).map((one) => ({ ...one, path })),
    );
  });
}

interface TypedKind {
  readonly kind: Kind;
  readonly environment: Environment;
}

/** One problem once, with all kinds that have it. */
function misfits(text: string, typed: readonly TypedKind[]): readonly Omit<Note, 'path'>[] {
  const found = new Map<string, { readonly problem: CompileProblem; readonly names: string[] }>();
  for (const { kind, environment } of typed) {
    const compiled = compile(text, environment);
    for (const problem of 'problems' in compiled ? compiled.problems : []) {
      const key = `${problem.offset} ${problem.message.id} ${JSON.stringify(problem.message.data)}`;
      const known = found.get(key);
      if (known) known.names.push(kind.kind);
      else found.set(key, { problem, names: [kind.kind] });
    }
  }
  return [...found.values()].map(({ problem, names }) => ({
    span: spanAt(text, problem.offset),
    message: misfit(names, problem.message),
  }));
}

/** How types are called that no expression can name. */
const internalName = /structure@(?:[\w.]*\.)?(\w+)/g;

function misfit(names: readonly string[], problem: Message): Message {
  const data = Object.fromEntries(
    Object.entries(problem.data).map(([name, value]) => [
      name,
      typeof value === 'string' ? value.replace(internalName, '$1') : value,
    ]),
  );
  return says.misfit({ kinds: names.join(', '), problem: { ...problem, data } });
}

function environmentFor(
  { paramKind, variables = [] }: NonNullable<Policy['spec']>,
  minor: Minor,
  kind: Kind | undefined,
) {
  const base = environmentOf(minor).extend(structureLibrary(minor));
  const ofParams = kind && paramKind && findKind(paramKind.apiVersion ?? '', paramKind.kind ?? '');
  const types = {
    object: kind ? typeOfDefinition(kind.definition) : dynType,
    params: ofParams ? typeOfDefinition(ofParams.definition) : dynType,
  };
  const names = { params: paramKind !== undefined, authorizer: true };
  const compiled = new PolicyVariables(
    variables.map(({ name = '', expression = '' }) => ({ name, expression })),
    (known) => policyEnvironment({ ...names, variables: known }, base, types),
  );
  return policyEnvironment({ ...names, variables: compiled.types }, base, types);
}

/** The kinds that rules name without a wildcard (typesToCheck), in their order. */
export function kindsNamed(
  { matchConstraints = {} }: Pick<NonNullable<Policy['spec']>, 'matchConstraints'>,
  minor: Minor,
): readonly Kind[] {
  const found = new Set<Kind>();
  for (const { apiGroups = [], apiVersions = [], resources = [] } of matchConstraints.resourceRules ?? []) {
    if ([...apiGroups, ...apiVersions].some((name) => name.includes('*'))) continue;
    for (const kind of kinds)
      if (apiGroups.includes(kind.group) && apiVersions.includes(kind.version) && resources.includes(kind.plural))
        found.add(kind);
  }
  const served = [...found].filter(({ since = minor, until = minor }) => since <= minor && minor <= until);
  return served.toSorted((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1)).slice(0, mostKinds);
}

function nameOf({ group, version, kind }: Kind): string {
  return `${group} ${version} ${kind}`;
}
