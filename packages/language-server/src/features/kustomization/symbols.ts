import type { NodeId, YamlDocument } from '@podlint/syntax';
import type { DocumentSymbol, SymbolKind } from 'vscode-languageserver-types';
import { Outline } from '../symbols/outline.js';
import type { FileView } from '../../service/file-view.js';
import { documentOf, textIn } from './place.js';

const section: SymbolKind = 3;
const entry: SymbolKind = 8;
const value: SymbolKind = 13;

/** The sections of a kustomization, and the entries in them. */
export function kustomizationSymbols(view: FileView): DocumentSymbol[] {
  const document = documentOf(view);
  if (document?.root === undefined || document.kind(document.root) !== 'mapping') return [];
  const outline = new Outline(view, document);
  return document.children(document.root).map((node) => {
    const isScalar = document.kind(node) === 'scalar';
    return outline.symbol(node, isScalar ? value : section, {
      name: nameOfKey(document, node),
      detail: isScalar ? firstLine(document.scalarText(node) ?? '') : undefined,
      inside: isScalar || document.aliasTarget(node) !== undefined ? [] : entries(outline, document, node),
    });
  });
}

function entries(outline: Outline, document: YamlDocument, section: NodeId): DocumentSymbol[] {
  return document.children(section).map((node) => {
    const isInMap = document.kind(section) === 'mapping';
    const { name, detail } = isInMap
      ? { name: nameOfKey(document, node), detail: document.scalarText(node) }
      : entryWords(document, node);
    return outline.symbol(node, entry, { name: firstLine(name) || '(without a name)', detail });
  });
}

/** What an entry is told from others by. */
function entryWords(document: YamlDocument, node: NodeId): { readonly name: string; readonly detail?: string } {
  if (document.kind(node) === 'scalar') return { name: document.scalarText(node) ?? '' };
  const text = (field: string): string => textIn(document, node, field);
  const target = targetWords(document, node);
  const name = text('path') || text('name') || target || (text('patch') === '' ? namesIn(document, node) : 'patch');
  const detail = [text('newName'), text('newTag'), text('digest'), text('count'), text('behavior')]
    .filter(Boolean)
    .join(' ');
  return { name, detail: detail || (target === name ? '' : target) };
}

/** `Deployment web`: of a patch its target, of a replacement its source. */
function targetWords(document: YamlDocument, node: NodeId): string {
  const target = ['target', 'source'].flatMap((field) =>
    document.kind(node) === 'mapping' ? (document.child(node, field) ?? []) : [],
  )[0];
  return [textIn(document, target, 'kind'), textIn(document, target, 'name')].filter(Boolean).join(' ');
}

/** The keys that an entry of `labels` sets, or the fields that an entry has. */
function namesIn(document: YamlDocument, node: NodeId): string {
  const pairs = document.kind(node) === 'mapping' ? document.child(node, 'pairs') : undefined;
  const map = pairs !== undefined && document.kind(pairs) === 'mapping' ? pairs : node;
  return document
    .children(map)
    .map((child) => String(document.key(child)))
    .join(', ');
}

function nameOfKey(document: YamlDocument, node: NodeId): string {
  return String(document.key(node)) || '""';
}

function firstLine(text: string): string {
  return text.trim().split('\n', 1)[0] ?? '';
}
