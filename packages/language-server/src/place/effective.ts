import type { ExplainedDefault } from '@podlint/engine';
import type { JsonValue, NodeId, YamlDocument } from '@podlint/syntax';
import { decode, validateCreate } from '@podlint/kinds';
import type { FileView, ObjectView } from '../service/file-view.js';

/**
 * What the server of the view's version fills in, by the field's path as it prints it; empty for what does not decode.
 */
export type Defaults = ReadonlyMap<string, ExplainedDefault>;

const cache = new WeakMap<ObjectView, Defaults>();

export function defaultsOf(view: FileView, object: ObjectView): Defaults {
  let defaults = cache.get(object);
  if (!defaults) cache.set(object, (defaults = defaultsWithout(view, object, undefined)));
  return defaults;
}

/** The same for an object that lacks what is at a path: what would be there if nobody wrote it. */
export function defaultsWithout(
  { version: { minor } }: FileView,
  object: ObjectView,
  path: readonly (string | number)[] | undefined,
): Defaults {
  const { document, node, description } = object;
  const found = new Map<string, ExplainedDefault>();
  if (description.status !== 'known' || !description.known) return found;
  const json = jsonOf(document, node);
  if (path) remove(json, path);
  const { value, undecodable } = decode(document, node, json, description.known, minor);
  if (undecodable) return found;
  validateCreate(description.known, value, minor, {
    record: (at, set, why) => found.set(at.toString(), { path: at.toString(), value: set, why }),
  });
  return found;
}

function jsonOf(document: YamlDocument, node: NodeId): JsonValue {
  const path: (string | number)[] = [];
  for (let at = node; document.key(at) !== undefined; at = document.parent(at)!) path.unshift(document.key(at)!);
  return path.reduce<JsonValue>((value, key) => (value as never)[key], document.toJSON());
}

function remove(json: JsonValue, path: readonly (string | number)[]): void {
  const holder = path
    .slice(0, -1)
    .reduce<JsonValue | undefined>((value, key) => (value as Record<string, JsonValue> | undefined)?.[key], json);
  if (typeof holder === 'object' && holder !== null && !Array.isArray(holder))
    Reflect.deleteProperty(holder, String(path.at(-1)));
}

/**
 * `spec.containers[0].image`, as the server prints it; keys of maps stand in brackets only where the defaults name them
 * so.
 */
export function pathText(path: readonly (string | number)[]): string {
  return path.reduce<string>(
    (text, key) => (typeof key === 'number' ? `${text}[${key}]` : text === '' ? key : `${text}.${key}`),
    '',
  );
}
