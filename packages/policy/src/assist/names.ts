import type { Environment, FunctionDeclaration, Overload } from '../cel/environment.js';
import { dynType, isDynamic, isOptionalType, type CelType } from '../cel/types.js';
import { field, type ExpressionName, type KindScope } from './expression-name.js';
import { typeOfText, withBoundNames } from './bound-names.js';
import { patchNames, patchTypes } from './patch-names.js';
import type { Prefix } from './prefix.js';
import { canBe, definitionOfType, objectIn, shownType } from './types.js';
import { functionWords } from './function-words.js';
import { hasWords, macroWords } from './macro-words.js';
import { variableWords } from './variable-words.js';

/** Everything that can stand at the end of a prefix, whatever its word. */
export function namesAt(prefix: Prefix, scope: KindScope): readonly ExpressionName[] {
  const environment = withBoundNames(scope.environment, prefix.open);
  const ofPatches = patchNames(prefix, scope);
  if (ofPatches) return ofPatches;
  const { target } = prefix;
  if (target !== undefined) return selectedNames(target, environment);
  return scope.patched ? [...patchTypes, ...freeNames(environment)] : freeNames(environment);
}

function freeNames(environment: Environment): readonly ExpressionName[] {
  const variables = environment.variableNames().filter((name) => !name.includes('.'));
  return [
    ...variables.map((name) => variable(name, name, environment)),
    ...functions(environment, (one) => !one.method).filter(({ name }) => /^[A-Za-z]/.test(name)),
    { name: 'has', sort: 'macro', calls: hasWords.forms, about: hasWords.about, snippet: 'has($1)' },
    ...['true', 'false', 'null'].map((name): ExpressionName => ({ name, sort: 'constant' })),
  ];
}

function variable(name: string, shown: string, environment: Environment): ExpressionName {
  const type = environment.findName(name)?.type ?? dynType;
  const about = Object.hasOwn(variableWords, name) ? variableWords[name] : undefined;
  return { name: shown, sort: 'variable', type: shownType(type), ...(about !== undefined && { about }) };
}

/** What can be selected from a value, and what begins with its name and a dot: `format.uuid()`. */
function selectedNames(target: string, environment: Environment): readonly ExpressionName[] {
  const begin = `${target}.`;
  const dotted = [
    ...environment.variableNames().flatMap((name) => {
      return name.startsWith(begin) ? [variable(name, name.slice(begin.length), environment)] : [];
    }),
    ...functions(environment, (one) => !one.method).flatMap((found) => {
      return found.name.startsWith(begin) ? [withoutBegin(found, begin.length)] : [];
    }),
  ];
  const type = typeOfText(target, environment);
  return type
    ? [...fieldsOf(type, environment), ...dotted, ...macrosOf(type, environment), ...methodsOf(type, environment)]
    : dotted;
}

function withoutBegin({ snippet, ...found }: ExpressionName, length: number): ExpressionName {
  return { ...found, name: found.name.slice(length), ...(snippet !== undefined && { snippet: snippet.slice(length) }) };
}

function fieldsOf(type: CelType, environment: Environment): readonly ExpressionName[] {
  const object = objectIn(type, environment);
  const owner = definitionOfType(isOptionalType(type) ? (type.parameters[0] ?? type) : type);
  return [...(object?.fieldNames?.() ?? [])].map((name) => field(name, object, owner));
}

function macrosOf(type: CelType, { macros }: Environment): readonly ExpressionName[] {
  const isOf = (sort: 'list' | 'map' | 'optional'): boolean =>
    isDynamic(type) || (sort === 'optional' ? isOptionalType(type) : type.kind === sort);
  return macroWords
    .filter(({ name, counts, of }) => of.some(isOf) && counts.some((count) => macros.find(name, count)))
    .map(({ name, forms, about, snippet }) => ({ name, sort: 'macro', calls: forms, about, snippet }));
}

function methodsOf(type: CelType, environment: Environment): readonly ExpressionName[] {
  return functions(environment, ({ method, args: [target] }) => method && target !== undefined && canBe(type, target));
}

/** Functions by the ways to call them that are asked for; `@in` and operators have no name that can be written. */
function functions(environment: Environment, isAsked: (one: Overload) => boolean): readonly ExpressionName[] {
  return [...environment.allFunctions()].flatMap((declaration) => {
    const overloads = declaration.overloads.filter(isAsked);
    return overloads.length === 0 || /[^\w.]/.test(declaration.name) || declaration.name.startsWith('_')
      ? []
      : [functionName(declaration, overloads)];
  });
}

function functionName({ name }: FunctionDeclaration, overloads: readonly Overload[]): ExpressionName {
  const about = Object.hasOwn(functionWords, name) ? functionWords[name] : undefined;
  const takesSome = overloads.some(({ method, args }) => args.length > (method ? 1 : 0));
  return {
    name,
    sort: 'function',
    calls: overloads.map((one) => callOf(name, one)),
    snippet: takesSome ? `${name}($1)` : `${name}()`,
    ...(about !== undefined && { about }),
  };
}

/** `string.indexOf(string, int) → int` */
function callOf(name: string, { method, args, result }: Overload): string {
  const [target, ...rest] = args.map(shownType);
  const shown = method ? `${target}.${name}(${rest.join(', ')})` : `${name}(${args.map(shownType).join(', ')})`;
  return `${shown} → ${shownType(result)}`;
}
