import { copyOf, own, sameJson, setOwn } from '@podlint/plain';
import type { JsonValue } from '@podlint/syntax';
import { isMapping } from '../../documents/formats/format.js';

/** One operation of a JSON patch (RFC 6902), of those that a difference needs. */
export type Operation =
  | { readonly op: 'add' | 'replace'; readonly path: string; readonly value: JsonValue }
  | { readonly op: 'remove'; readonly path: string };

type JsonObject = Readonly<Record<string, JsonValue>>;

/** What makes the one value of the other, field by field; a list that gets longer or shorter in its middle is replaced. */
export function operationsBetween(before: JsonValue, after: JsonValue, path = ''): Operation[] {
  if (sameJson(before, after)) return [];
  if (isMapping(before) && isMapping(after)) return betweenObjects(before, after, path);
  if (Array.isArray(before) && Array.isArray(after)) return betweenLists(before, after, path);
  return [{ op: 'replace', path, value: after }];
}

function betweenObjects(before: JsonObject, after: JsonObject, path: string): Operation[] {
  const gone = Object.keys(before).filter((key) => !Object.hasOwn(after, key));
  return [
    ...gone.map((key): Operation => ({ op: 'remove', path: below(path, key) })),
    ...Object.entries(after).flatMap(([key, value]): Operation[] => {
      const known = own(before, key);
      return known === undefined
        ? [{ op: 'add', path: below(path, key), value }]
        : operationsBetween(known, value, below(path, key));
    }),
  ];
}

function betweenLists(before: readonly JsonValue[], after: readonly JsonValue[], path: string): Operation[] {
  if (before.length === after.length)
    return after.flatMap((value, index) => operationsBetween(before[index]!, value, `${path}/${index}`));
  const isLonger = sameJson(after.slice(0, before.length), before);
  if (!isLonger) return [{ op: 'replace', path, value: [...after] }];
  return after.slice(before.length).map((value) => ({ op: 'add', path: `${path}/-`, value }));
}

/** The value with the operations made, as kustomize makes them. */
export function patched(value: JsonValue, operations: readonly Operation[]): JsonValue {
  const result = copyOf(value);
  for (const operation of operations) apply(result, operation);
  return result;
}

function apply(root: JsonValue, operation: Operation): void {
  const names = operation.path.split('/').slice(1).map(unescaped);
  const last = names.pop() ?? '';
  const holder = names.reduce<JsonValue | undefined>(inside, root);
  if (Array.isArray(holder)) applyToList(holder, last, operation);
  else if (isMapping(holder)) {
    if (operation.op === 'remove') Reflect.deleteProperty(holder, last);
    else setOwn(holder as Record<string, JsonValue>, last, operation.value);
  }
}

function applyToList(list: JsonValue[], at: string, operation: Operation): void {
  if (operation.op === 'remove') list.splice(Number(at), 1);
  else if (operation.op === 'replace') list[Number(at)] = operation.value;
  else list.push(operation.value);
}

function inside(holder: JsonValue | undefined, name: string): JsonValue | undefined {
  if (Array.isArray(holder)) return holder[Number(name)];
  return isMapping(holder) ? own(holder, name) : undefined;
}

function below(path: string, key: string): string {
  return `${path}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

function unescaped(name: string): string {
  return name.replaceAll('~1', '/').replaceAll('~0', '~');
}
