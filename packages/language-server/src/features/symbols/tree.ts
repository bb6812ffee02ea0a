import type { NodeId, YamlDocument } from '@podlint/syntax';
import type { DocumentSymbol, SymbolKind } from 'vscode-languageserver-types';
import type { Outline } from './outline.js';

const Symbols = {
  mapping: 2,
  text: 15,
  number: 16,
  flag: 17,
  list: 18,
  item: 19,
  nothing: 21,
} as const satisfies Readonly<Record<string, SymbolKind>>;

/** No manifest is deeper; beyond it nobody looks. */
const deepest = 64;
/** Characters of a value that an outline has room for. */
const longestDetail = 60;

/** Every field below a node, and every item by its name: what editors make breadcrumbs and sticky lines of. */
export function fieldSymbols(outline: Outline, node: NodeId, depth = 0): DocumentSymbol[] {
  const { document } = outline;
  if (depth > deepest || document.kind(node) === 'scalar' || document.aliasTarget(node) !== undefined) return [];
  return document.children(node).map((child) =>
    typeof document.key(child) === 'number'
      ? itemSymbol(outline, child, depth)
      : outline.symbol(child, kindOf(document, child), {
          name: nameOf(document, child),
          detail: detailOf(document, child),
          inside: fieldSymbols(outline, child, depth + 1),
        }),
  );
}

/** By its name, or by what stands in it first. */
function itemSymbol(outline: Outline, item: NodeId, depth: number): DocumentSymbol {
  const { document } = outline;
  const named = document.kind(item) === 'mapping' ? document.child(item, 'name') : undefined;
  const name = named === undefined ? undefined : document.scalarText(named);
  return outline.symbol(item, document.kind(item) === 'scalar' ? kindOf(document, item) : Symbols.item, {
    name: name || valueOf(document, item) || firstOf(document, item) || String(document.key(item)),
    detail: name ? whatItIs(outline, item) : undefined,
    ...(name && { selection: named }),
    inside: fieldSymbols(outline, item, depth + 1),
  });
}

/** What else is known of an item by: a container by its image, a port by its number. */
function whatItIs(outline: Outline, item: NodeId): string | undefined {
  const found = ['image', 'containerPort', 'port', 'value'].map((field) => outline.text(item, field)).find(Boolean);
  return found === undefined ? undefined : short(found);
}

/** `containerPort: 80` */
function firstOf(document: YamlDocument, item: NodeId): string | undefined {
  if (document.kind(item) !== 'mapping') return undefined;
  const [first] = document.children(item);
  const value = first === undefined ? undefined : valueOf(document, first);
  return first === undefined ? undefined : [nameOf(document, first), value].filter(Boolean).join(': ');
}

function nameOf(document: YamlDocument, node: NodeId): string {
  return String(document.key(node)) || '""';
}

function detailOf(document: YamlDocument, node: NodeId): string | undefined {
  return document.aliasTarget(node) === undefined ? valueOf(document, node) : undefined;
}

function valueOf(document: YamlDocument, node: NodeId): string | undefined {
  return document.kind(node) === 'scalar' ? short(document.scalarText(node) ?? '') : undefined;
}

function short(text: string): string {
  const [line = ''] = text.trimStart().split('\n', 1);
  return line.length > longestDetail ? `${line.slice(0, longestDetail - 1)}…` : line;
}

function kindOf(document: YamlDocument, node: NodeId): SymbolKind {
  const kind = document.kind(node);
  if (kind !== 'scalar') return kind === 'mapping' ? Symbols.mapping : Symbols.list;
  const value = document.value(node);
  if (value === null) return Symbols.nothing;
  return typeof value === 'number' ? Symbols.number : typeof value === 'boolean' ? Symbols.flag : Symbols.text;
}
