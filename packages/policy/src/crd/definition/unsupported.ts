import { own } from '@podlint/plain';
import { isList, isObject, type Json } from '../values/json.js';

const texts = ['id', '$schema', '$ref'] as const;
const maps = ['patternProperties', 'dependencies', 'definitions'] as const;

/** The keyword that keeps a schema from being structural; undefined where none does (apiserver/schema/convert.go). */
export function unsupportedKeyword(raw: unknown): string | undefined {
  if (!isObject(raw)) return undefined;
  return (
    ownKeyword(raw) ??
    schemasIn(raw)
      .map(unsupportedKeyword)
      .find((keyword) => keyword !== undefined)
  );
}

function ownKeyword(raw: Json): string | undefined {
  const text = texts.find((name) => (own(raw, name) ?? '') !== '');
  const map = maps.find((name) => Object.keys(own(raw, name) ?? {}).length > 0);
  if (text ?? map) return text ?? map;
  if ((own(raw, 'additionalItems') ?? undefined) !== undefined) return 'additionalItems';
  if (isList(own(raw, 'items'))) return 'items';
  return own(raw, 'x-kubernetes-preserve-unknown-fields') === false
    ? 'x-kubernetes-preserve-unknown-fields'
    : undefined;
}

function schemasIn(raw: Json): unknown[] {
  const lists = ['allOf', 'anyOf', 'oneOf'].flatMap((name) => {
    const list = own(raw, name);
    return isList(list) ? list : [];
  });
  const properties = own(raw, 'properties');
  return [
    ...lists,
    ...(isObject(properties) ? Object.values(properties) : []),
    own(raw, 'items'),
    own(raw, 'additionalProperties'),
    own(raw, 'not'),
  ];
}
