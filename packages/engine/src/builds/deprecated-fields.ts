import { defineMessages } from '@podlint/messages';
import { parseText, type NodeId, type Range, type YamlDocument } from '@podlint/syntax';
import type { Safety } from '../findings/diagnostic.js';
import { kustomizeCodes } from '../findings/codes.js';
import type { SourceFile } from '../documents/source-file.js';
import type { AboutKustomization } from './about-kustomizations.js';

const says = defineMessages('deprecated-field', {
  use: 'kustomize has deprecated the field {field}, and warns of it at every build. Use {other}.',
  title: 'write it as {other}',
});

interface TextEdit {
  readonly range: Range;
  readonly text: string;
}

interface Successor {
  readonly field: string;
  /** Undefined: it cannot be written in the other field one to one. */
  readonly safety?: Safety;
  /** Beside the change of the name; undefined: it cannot be done here. */
  readonly edits?: (document: YamlDocument, value: NodeId) => TextEdit[] | undefined;
  /** What the name becomes; default: that of the field. */
  readonly name?: string;
}

/** What kustomize warns of (types/kustomization.go, CheckDeprecatedFields), and what `kustomize edit fix` makes of it. */
const successors: ReadonlyMap<string, Successor> = new Map<string, Successor>([
  ['bases', { field: 'resources', safety: 'safe' }],
  ['imageTags', { field: 'images' }],
  ['vars', { field: 'replacements' }],
  // Patches of the new field are applied before prefixes and labels, those of the old one behind them.
  ['patchesJson6902', { field: 'patches', safety: 'unsafe' }],
  ['patchesStrategicMerge', { field: 'patches', safety: 'unsafe', edits: asPaths }],
  [
    'commonLabels',
    { field: 'labels', safety: 'safe', name: 'labels:\n- includeSelectors: true\n  pairs', edits: furtherIn },
  ],
]);

/** The deprecated fields of a kustomization, with how to write them now where that is one to one. */
export function aboutDeprecated(file: SourceFile): AboutKustomization[] {
  if (!('text' in file)) return [];
  const [document] = parseText(file.text).documents;
  if (document?.root === undefined || document.problems.length > 0) return [];
  const { root } = document;
  return document.children(root).flatMap((value): AboutKustomization[] => {
    const field = String(document.key(value));
    const successor = successors.get(field);
    const range = document.keyRange(value);
    if (!successor || !range) return [];
    const { field: other, safety } = successor;
    const edits = document.child(root, other) === undefined && safety ? editsOf(document, value, successor) : undefined;
    return [
      {
        code: kustomizeCodes.deprecated,
        message: says.use({ field, other }),
        place: { file: file.path, ...range },
        root: '',
        ...(edits && safety && { fix: { title: says.title({ other }), safety, edits } }),
      },
    ];
  });
}

function editsOf(
  document: YamlDocument,
  value: NodeId,
  { field, name = field, edits }: Successor,
): TextEdit[] | undefined {
  const range = document.keyRange(value);
  const more = edits ? edits(document, value) : [];
  return range && more && [{ range, text: name }, ...more];
}

/** Each item is a path, and becomes an entry with it. */
function asPaths(document: YamlDocument, list: NodeId): TextEdit[] | undefined {
  const items = document.children(list);
  const isPath = (item: NodeId): boolean => {
    const { start } = document.rangeOf(item);
    return /\.(?:ya?ml|json)$/.test(document.scalarText(item) ?? '') && /-[ ]+$/.test(document.text.slice(0, start));
  };
  if (document.kind(list) !== 'sequence' || !items.every(isPath)) return undefined;
  return items.map((item) => {
    const { start } = document.rangeOf(item);
    return { range: { start, end: start }, text: 'path: ' };
  });
}

/** The entries of a map in lines stand further in than its new name. */
function furtherIn(document: YamlDocument, map: NodeId): TextEdit[] | undefined {
  if (document.kind(map) !== 'mapping') return undefined;
  return document.children(map).flatMap((child) => {
    const start = document.keyRange(child)?.start ?? 0;
    const line = document.text.lastIndexOf('\n', start - 1) + 1;
    return /^[ ]+$/.test(document.text.slice(line, start)) ? [{ range: { start: line, end: line }, text: '  ' }] : [];
  });
}
