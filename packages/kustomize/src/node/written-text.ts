import { Kind, Style, type YNode } from './node.js';
import { writtenScalar } from './scalar-style.js';
import { toJson } from './to-json.js';

const inBlock = { inFlow: false, isKey: false };

/** A node as go-yaml writes it on its own; what is no scalar is given as JSON. */
export function writtenText(node: YNode): string {
  if (node.kind !== Kind.scalar) return JSON.stringify(toJson(node));
  const { tag, style } = writtenScalar(node, inBlock);
  return (tag === '' ? '' : `${tag} `) + quoted(node.value, style);
}

function quoted(value: string, style: number): string {
  switch (style) {
    case Style.single:
      return `'${value.replaceAll("'", "''")}'`;
    case Style.double:
      return JSON.stringify(value);
    case Style.literal:
    case Style.folded: {
      const keep = value.endsWith('\n') ? '' : '-';
      return `${style === Style.literal ? '|' : '>'}${keep}\n${value.replace(/^(?=.)/gm, '  ')}`;
    }
    default:
      return value;
  }
}
