import type { JsonValue } from '@podlint/syntax';
import { getField } from '../node/fields.js';
import { Kind, type YNode } from '../node/node.js';
import { toJson } from '../node/to-json.js';
import { utf8Bytes } from './bytes.js';
import { sha256Hex } from './sha256.js';

/** The suffix that tells the contents of an object apart (hasher.go). The name has no part in it. */
export function contentHash(object: YNode): string {
  const letters = sha256Hex(utf8Bytes(goJson(hashedPart(object)))).slice(0, 10);
  return letters.replace(/[013ae]/g, (letter) => 'ghkmt'['013ae'.indexOf(letter)]!);
}

function hashedPart(object: YNode): JsonValue {
  const kind = getField(object, 'kind')?.value;
  if (kind === 'ConfigMap') {
    const data = part(object, 'data');
    return { ...mapPart(object, 'binaryData'), data, kind, name: '' };
  }
  if (kind === 'Secret') {
    const data = part(object, 'data');
    return { data, kind, name: '', ...mapPart(object, 'stringData'), type: part(object, 'type') };
  }
  return toJson(object);
}

function part(object: YNode, name: string): JsonValue {
  const field = getField(object, name);
  if (!field) return '';
  return field.kind === Kind.scalar ? field.value : toJson(field);
}

function mapPart(object: YNode, name: string): { [key: string]: JsonValue } {
  const value = part(object, name);
  return typeof value === 'object' ? { [name]: value } : {};
}

/** As encoding/json writes it: characters that mean something in HTML are escaped. */
function goJson(value: JsonValue): string {
  return JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
