import type { ExpressionName, KindScope } from './expression-name.js';
import { namesAt } from './names.js';
import { prefixOf } from './prefix.js';

export { scopeOf, scopeOfRule, type ExpressionPlace } from './scopes/scope-of.js';
export type { ExpressionName, KindScope };

/** Names that can stand where an expression has been written up to. */
export interface Proposals {
  /** The beginning of a name that is there already. */
  readonly word: string;
  readonly names: readonly ProposedName[];
}

export interface ProposedName extends ExpressionName {
  /** The kinds of objects that have it; none where it is the same for all. */
  readonly kinds: readonly string[];
}

/** What can follow the text of an expression up to a cursor; undefined where no name can. Never throws. */
export function expressionProposals(before: string, scopes: readonly KindScope[]): Proposals | undefined {
  const prefix = prefixOf(before);
  if (!prefix) return undefined;
  const found = new Map<string, Gathered>();
  for (const scope of scopes)
    for (const name of namesAt(prefix, scope)) {
      const key = `${name.sort} ${name.name}`;
      const known = found.get(key) ?? { name, kinds: [], types: new Set() };
      found.set(key, known);
      if (scope.kind !== undefined) known.kinds.push(scope.kind);
      if (name.type !== undefined) known.types.add(name.type);
    }
  return { word: prefix.word, names: [...found.values()].map((gathered) => proposed(gathered, scopes.length)) };
}

/** A name, with the kinds that have it and the types that it has in them. */
interface Gathered {
  readonly name: ExpressionName;
  readonly kinds: string[];
  readonly types: Set<string>;
}

function proposed({ name, kinds, types }: Gathered, all: number): ProposedName {
  const type = types.size > 0 ? { type: [...types].join(' or ') } : {};
  return { ...name, ...type, kinds: kinds.length === all ? [] : kinds };
}

/** What a name in an expression is, and where it stands in it; undefined where there is none, or nothing is known. */
export function expressionName(
  text: string,
  offset: number,
  scopes: readonly KindScope[],
): (ProposedName & { readonly start: number; readonly end: number }) | undefined {
  const [rest = ''] = /^\w*/.exec(text.slice(offset)) ?? [];
  const end = offset + rest.length;
  const found = expressionProposals(text.slice(0, end), scopes);
  if (!found || found.word === '') return undefined;
  const called = found.names.filter(({ name }) => name === found.word);
  const isCall = /^\s*\(/.test(text.slice(end));
  const best = called.find(({ sort }) => (sort === 'function' || sort === 'macro') === isCall) ?? called[0];
  return best && { ...best, start: end - found.word.length, end };
}
