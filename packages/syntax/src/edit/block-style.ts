import type { NodeId, YamlDocument } from '../document.js';
import { columnOf, entryStart, isFlow, subtree } from './layout.js';

/** How block style is indented. */
export interface BlockStyle {
  /** Columns from a mapping to the mappings in it. */
  readonly step: number;
  /** Columns from a key to the dashes of its list: YAML takes 0 as well. */
  readonly listStep: number;
}

export const defaultStyle: BlockStyle = { step: 2, listStep: 0 };

/** Of documents that were asked: many edits may be proposed for one. */
const knownStyles = new WeakMap<YamlDocument, BlockStyle>();

/**
 * How a document indents: by its first nested mapping and its first list, as a formatter's style is the same
 * throughout.
 */
export function styleOf(document: YamlDocument): BlockStyle {
  const style = knownStyles.get(document) ?? {
    step: stepOf(document) ?? defaultStyle.step,
    listStep: listStepOf(document) ?? defaultStyle.listStep,
  };
  knownStyles.set(document, style);
  return style;
}

function stepOf(document: YamlDocument): number | undefined {
  const { root, text } = document;
  if (root === undefined || !isBlock(document, root, 'mapping')) return undefined;
  for (const value of document.children(root)) {
    if (!isBlock(document, value, 'mapping')) continue;
    const step = columnOf(text, document.rangeOf(value).start) - columnOf(text, document.rangeOf(root).start);
    if (step > 0 && step <= 8) return step;
  }
  return undefined;
}

function listStepOf(document: YamlDocument): number | undefined {
  if (document.root === undefined) return undefined;
  for (const node of subtree(document, document.root)) {
    if (!isBlock(document, node, 'sequence') || !document.keyRange(node)) continue;
    const keyStart = entryStart(document, node);
    if (keyStart !== undefined)
      return columnOf(document.text, document.rangeOf(node).start) - columnOf(document.text, keyStart);
  }
  return undefined;
}

function isBlock(document: YamlDocument, node: NodeId, kind: 'mapping' | 'sequence'): boolean {
  return document.aliasTarget(node) === undefined && document.kind(node) === kind && !isFlow(document, node);
}
