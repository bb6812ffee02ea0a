import type { NodeId } from '../document.js';
import type { Resolution, ResolutionError } from '../resolution.js';
import { isPlainString, resolvePlain, resolveTagged } from '../scalars.js';
import { scalarText, Style, type Tree } from './tree.js';

/** What a scalar node means. Untagged text in quotes or a block is a string (decode.go, scalar). */
export function resolveNode(tree: Tree, node: NodeId): Resolution | ResolutionError {
  const text = scalarText(tree, node);
  const tag = tree.properties.get(node)?.tag;
  if (tag !== undefined) return resolveTagged(tag, text);
  return tree.styles[node] === Style.plain ? resolvePlain(text) : { type: 'string', value: text };
}

export function isResolved(resolution: Resolution | ResolutionError): resolution is Resolution {
  return resolution.type !== 'wrong-tag' && resolution.type !== 'bad-base64';
}

/** True without an allocation where a scalar is simply its own text, the common case. */
export function isOwnText(tree: Tree, node: NodeId, text: string): boolean {
  if (tree.properties.size > 0 && tree.properties.has(node)) return false;
  return tree.styles[node] !== Style.plain || isPlainString(text);
}
