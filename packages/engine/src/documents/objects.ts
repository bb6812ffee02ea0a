import { describeObject, type ObjectDescription } from '@podlint/schema';
import type { JsonValue, NodeId, YamlDocument } from '@podlint/syntax';

type JsonObject = { [key: string]: JsonValue };

/** An object to judge: the root of a document, or an item of a `List`. */
export interface SourceObject {
  readonly document: YamlDocument;
  readonly node: NodeId;
  /** Index inside a `List`. */
  readonly item?: number | undefined;
  readonly description: ObjectDescription;
  readonly namespace?: string | undefined;
  readonly name?: string | undefined;
  /** The object as it was written; made anew at each call, for whoever means to change it. */
  json(): JsonValue;
}

/** The objects of a document, as kubectl visits them: a list of objects stands for its items. */
export function objectsOf(document: YamlDocument): SourceObject[] {
  if (document.root === undefined) return [];
  const json = document.toJSON();
  const items = itemsOf(document, json);
  if (items) return items;
  return [sourceObject(document, document.root, json, () => document.toJSON())];
}

/**
 * Items of `v1 List`, or of a typed list such as `PodList`, whose items may leave out what the list says
 * (unstructured decoding of lists: apimachinery/pkg/apis/meta/v1/unstructured/helpers.go, decodeToList).
 */
function itemsOf(document: YamlDocument, json: JsonValue): SourceObject[] | undefined {
  if (
    !isObject(json) ||
    typeof json.kind !== 'string' ||
    typeof json.apiVersion !== 'string' ||
    !json.kind.endsWith('List')
  )
    return undefined;
  // A list without any items, which kubectl takes for what it is.
  if (json.items === null) return [];
  const list = document.child(document.root!, 'items');
  if (list === undefined || !Array.isArray(json.items)) return undefined;
  const itemKind = json.kind.slice(0, -'List'.length);
  const inherited: JsonObject = itemKind === '' ? {} : { apiVersion: json.apiVersion, kind: itemKind };
  return json.items.map((value, item) => {
    const itemJson = (): JsonValue =>
      withInherited(inherited, ((document.toJSON() as JsonObject).items as JsonValue[])[item]!);
    return sourceObject(document, document.child(list, item)!, withInherited(inherited, value), itemJson, item);
  });
}

function withInherited(inherited: JsonObject, item: JsonValue): JsonValue {
  return isObject(item) ? { ...inherited, ...item } : item;
}

function sourceObject(
  document: YamlDocument,
  node: NodeId,
  first: JsonValue,
  again: () => JsonValue,
  item?: number,
): SourceObject {
  let unused: JsonValue | undefined = first;
  const json = (): JsonValue => {
    const value = unused ?? again();
    unused = undefined;
    return value;
  };
  const { name, namespace }: JsonObject = isObject(first) && isObject(first.metadata) ? first.metadata : {};
  return {
    document,
    node,
    item,
    description: describeObject(first),
    namespace: textOf(namespace),
    name: textOf(name),
    json,
  };
}

function textOf(value: JsonValue | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
