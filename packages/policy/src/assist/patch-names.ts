import type { Environment } from '../cel/environment.js';
import { isDynamic, type CelType } from '../cel/types.js';
import { field, type ExpressionName, type KindScope } from './expression-name.js';
import type { Prefix } from './prefix.js';
import { definitionOfType, objectIn } from './types.js';

/** What mutations give. */
export const patchTypes: readonly ExpressionName[] = [
  { name: 'Object', sort: 'type', snippet: 'Object{$1}', about: 'The fields that the policy applies to the object.' },
  { name: 'JSONPatch', sort: 'type', snippet: 'JSONPatch{$1}', about: 'One operation of a JSON patch.' },
];

const patchPath = /^Object(?:\.\w+)*$/;

/** What mutations are made of: types such as `Object.spec`, and the fields in their braces; undefined elsewhere. */
export function patchNames(prefix: Prefix, { environment, patched }: KindScope): readonly ExpressionName[] | undefined {
  if (!patched) return undefined;
  const { target, open } = prefix;
  if (target !== undefined)
    return patchPath.test(target) ? typesBelow(typeAlong(target, patched, environment), environment) : undefined;
  const around = open.at(-1);
  if (around?.bracket !== '{' || !around.wantsField || around.name === undefined) return undefined;
  const type = patchPath.test(around.name) ? typeAlong(around.name, patched, environment) : undefined;
  const object = type ? objectIn(type, environment) : environment.findObject(around.name);
  const owner = type && definitionOfType(type);
  return [...(object?.fieldNames?.() ?? [])].map((name) => ({
    ...field(name, object, owner),
    snippet: `${name}: $1`,
  }));
}

/** The type of the field that `Object.spec.template` is called after; `item` is one of a list. */
function typeAlong(path: string, patched: CelType, environment: Environment): CelType | undefined {
  let type: CelType | undefined = patched;
  for (const name of path.split('.').slice(1))
    type =
      type?.kind === 'list' && name === 'item' ? type.parameters[0] : type && objectIn(type, environment)?.field(name);
  return type;
}

/** The fields that are objects themselves, or lists of some. */
function typesBelow(type: CelType | undefined, environment: Environment): readonly ExpressionName[] {
  if (type?.kind === 'list') return [{ name: 'item', sort: 'type' }];
  const object = type && objectIn(type, environment);
  return [...(object?.fieldNames?.() ?? [])].flatMap((name): ExpressionName[] => {
    const inner = object?.field(name);
    const own = inner?.kind === 'list' ? inner.parameters[0] : inner;
    return own && (isDynamic(own) || own.kind === 'struct')
      ? [{ ...field(name, object, type && definitionOfType(type)), sort: 'type' }]
      : [];
  });
}
