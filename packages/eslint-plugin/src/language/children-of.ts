import type { ManifestNode } from './nodes.js';

/** The nodes right below one, in the order of the text. */
export function childrenOf(node: ManifestNode): readonly ManifestNode[] {
  switch (node.type) {
    case 'Manifest':
      return node.documents;
    case 'Document':
      return node.content ? [node.content] : [];
    case 'Mapping':
      return node.pairs;
    case 'Pair':
      return [node.value];
    case 'Sequence':
      return node.items;
    default:
      return [];
  }
}
