import { resolveCore, type JsonValue } from '@podlint/syntax';
import { Kind, mappingNode, scalarNode, Style, Tag, YNode } from './node.js';
import { goFloatText } from './number-text.js';
import { allowedStyle } from './scalar-style.js';

/** The scalar that go-yaml v3 writes for a Go value and reads again (encode.go, stringv, floatv; rnode.go, FromMap). */
function scalarFromJson(value: string | number | boolean | null): YNode {
  switch (typeof value) {
    case 'string':
      return stringFromJson(value);
    case 'number': {
      const text = goFloatText(value);
      return scalarNode(text, resolveCore(text).tag);
    }
    case 'boolean':
      return scalarNode(String(value), Tag.bool);
    default:
      return scalarNode('null', Tag.null);
  }
}

export function keyFromJson(value: string): YNode {
  const key = scalarNode(value, Tag.string);
  key.style = allowedStyle(value, wantedStyle(value), { inFlow: false, isKey: true });
  return key;
}

function stringFromJson(value: string): YNode {
  const node = scalarNode(value, Tag.string);
  node.style = allowedStyle(value, wantedStyle(value), { inFlow: false, isKey: false });
  return node;
}

function wantedStyle(value: string): number {
  if (value.includes('\n')) return Style.literal;
  return canBePlain(value) ? Style.plain : Style.double;
}

const sexagesimal = /^[-+]?\d[\d_]*(?::[0-5]?\d)+(?:\.[\d_]*)?$/;
const oldBooleans = new Set('y Y yes Yes YES on On ON n N no No NO off Off OFF'.split(' '));

function canBePlain(value: string): boolean {
  return resolveCore(value).tag === Tag.string && !oldBooleans.has(value) && !sexagesimal.test(value);
}

export function nodeFromJson(value: JsonValue): YNode {
  if (typeof value !== 'object' || value === null) return scalarFromJson(value);
  if (Array.isArray(value)) {
    const list = new YNode(Kind.sequence, Tag.seq);
    list.content = value.map(nodeFromJson);
    return list;
  }
  const map = mappingNode(Tag.map);
  for (const [key, inner] of Object.entries(value)) map.content.push(keyFromJson(key), nodeFromJson(inner));
  return map;
}
