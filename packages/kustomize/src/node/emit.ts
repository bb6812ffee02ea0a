import { pushAll } from '@podlint/plain';
import { Kind, Style, type YNode } from './node.js';
import { writtenScalar } from './scalar-style.js';

/** A node as a YAML document of its own, as kustomize's encoder lays it out: two spaces, lists not indented. */
export function emitYaml(node: YNode): string {
  if (node.kind === Kind.scalar) return `${scalarText(node, 0, false, false)}\n`;
  return isFlow(node) ? `${flowText(node)}\n` : blockLines(node, 0).join('');
}

function isFlow(node: YNode): boolean {
  return (node.style & Style.flow) !== 0 || node.content.length === 0;
}

/** What stands on the line of its key, whatever its style. */
function isScalar({ kind }: YNode): boolean {
  return kind === Kind.scalar || kind === Kind.alias;
}

function anchorText({ anchor }: YNode): string {
  return anchor === '' ? '' : `&${anchor} `;
}

function blockLines(node: YNode, indent: number): string[] {
  return node.kind === Kind.mapping ? mappingLines(node, indent) : sequenceLines(node, indent);
}

function mappingLines(node: YNode, indent: number): string[] {
  const lines: string[] = [];
  for (let i = 0; i + 1 < node.content.length; i += 2) {
    const key = `${' '.repeat(indent)}${scalarText(node.content[i]!, indent, false, true)}:`;
    pushAll(lines, entryLines(key, node.content[i + 1]!, indent));
  }
  return lines;
}

function entryLines(key: string, value: YNode, indent: number): string[] {
  if (isScalar(value)) {
    const text = scalarText(value, indent, false, false);
    return [text === '' ? `${key}\n` : `${key} ${text}\n`];
  }
  if (isFlow(value)) return [`${key} ${flowText(value)}\n`];
  const inner = value.kind === Kind.mapping ? indent + 2 : indent;
  return [`${`${key} ${anchorText(value)}`.trimEnd()}\n`, ...blockLines(value, inner)];
}

function sequenceLines(node: YNode, indent: number): string[] {
  const dash = `${' '.repeat(indent)}- `;
  return node.content.flatMap((item) => {
    if (isScalar(item)) return [`${dash}${scalarText(item, indent, false, false)}\n`.replace(/ \n$/, '\n')];
    if (isFlow(item)) return [`${dash}${flowText(item)}\n`];
    if (item.anchor !== '') return [`${dash}${anchorText(item)}`.trimEnd() + '\n', ...blockLines(item, indent + 2)];
    const [first = '', ...rest] = blockLines(item, indent + 2);
    return [dash + first.slice(indent + 2), ...rest];
  });
}

function flowText(node: YNode): string {
  if (isScalar(node)) return scalarText(node, 0, true, false);
  if (node.kind === Kind.sequence) return `${anchorText(node)}[${node.content.map(flowText).join(', ')}]`;
  const pairs: string[] = [];
  for (let i = 0; i + 1 < node.content.length; i += 2)
    pairs.push(`${scalarText(node.content[i]!, 0, true, true)}: ${flowText(node.content[i + 1]!)}`);
  return `${anchorText(node)}{${pairs.join(', ')}}`;
}

function scalarText(node: YNode, indent: number, inFlow: boolean, isKey: boolean): string {
  if (node.kind === Kind.alias) return `*${node.value}`;
  const { tag, style } = writtenScalar(node, { inFlow, isKey });
  const text = styledText(node.value, style, indent);
  return anchorText(node) + (tag === '' ? text : `${tag} ${text}`);
}

function styledText(value: string, style: number, indent: number): string {
  switch (style) {
    case Style.single:
      return `'${value.replaceAll("'", "''")}'`;
    case Style.double:
      return JSON.stringify(value);
    case Style.literal:
    case Style.folded:
      return blockText(value, style === Style.literal ? '|' : '>', indent);
    default:
      return value;
  }
}

function blockText(value: string, sign: string, indent: number): string {
  const hint = /^[ \n]/.test(value) ? '2' : '';
  const chomp = !value.endsWith('\n') ? '-' : value === '\n' || value.endsWith('\n\n') ? '+' : '';
  const body = value.replace(/\n$/, '').replace(/^(?=.)/gm, ' '.repeat(indent + 2));
  return `${sign}${hint}${chomp}\n${body}`;
}
