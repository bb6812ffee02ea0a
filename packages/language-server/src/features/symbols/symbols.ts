import type { NodeId, YamlDocument } from '@podlint/syntax';
import type { DocumentSymbol, SymbolKind } from 'vscode-languageserver-types';
import { placed } from '../../names/objects.js';
import { containerLists, itemsAt, podSpecOf } from '../../names/pod-parts.js';
import type { FileView, ObjectView } from '../../service/file-view.js';
import { Outline } from './outline.js';
import { fieldSymbols } from './tree.js';

const Symbols = {
  object: 5,
  key: 20,
  list: 18,
  container: 19,
  port: 11,
  event: 24,
  field: 8,
} as const satisfies Readonly<Record<string, SymbolKind>>;

/** Of a file with more lines an editor would have to draw tens of thousands of fields at each change. */
const mostLines = 5000;

/**
 * The objects of a file with all their fields; of a long file only what has a name in them: containers with their ports
 * and probes, volumes, ports, keys.
 */
export function documentSymbols(view: FileView): DocumentSymbol[] {
  const isLong = view.text.lineCount > mostLines;
  return view.documents.flatMap((document) =>
    document.objects.map((object) => {
      const { kind, name, type, root } = placed(view, document, object);
      const outline = new Outline(view, document.document);
      const namedParts = (): DocumentSymbol[] =>
        type === undefined ? [] : objectParts(outline, document.document, root, type);
      return outline.symbol(root, Symbols.object, {
        name: [kind || 'Document', name].filter(Boolean).join(' '),
        selection: nameNode(object),
        inside: isLong ? namedParts() : fieldSymbols(outline, root),
      });
    }),
  );
}

function nameNode({ document, node }: ObjectView): NodeId | undefined {
  const metadata = document.child(node, 'metadata');
  return (metadata === undefined ? undefined : document.child(metadata, 'name')) ?? document.child(node, 'kind');
}

function objectParts(outline: Outline, document: YamlDocument, root: NodeId, type: string): DocumentSymbol[] {
  const spec = podSpecOf({ document, root, type });
  if (spec !== undefined) return podSymbols(outline, spec);
  if (type === 'core.v1.Container') return containerSymbols(outline, root);
  const data = ['data', 'binaryData', 'stringData'].flatMap((name) => document.child(root, name) ?? []);
  if (data.length > 0)
    return data
      .flatMap((map) => (document.kind(map) === 'mapping' ? document.children(map) : []))
      .map((node) => outline.symbol(node, Symbols.key, { name: String(document.key(node)) || '""' }));
  const ownSpec = document.child(root, 'spec');
  return ownSpec === undefined
    ? []
    : itemsAt(document, ownSpec, 'ports').map((port) => portSymbol(outline, port, 'port'));
}

function podSymbols(outline: Outline, spec: NodeId): DocumentSymbol[] {
  const { document } = outline;
  const containers = containerLists.flatMap((list) =>
    itemsAt(document, spec, list).map((node) =>
      outline.item(node, Symbols.container, {
        detail: outline.text(node, 'image'),
        inside: containerSymbols(outline, node),
      }),
    ),
  );
  const volumes = itemsAt(document, spec, 'volumes').map((node) =>
    outline.item(node, Symbols.field, { detail: sourceOf(document, node) }),
  );
  return [...containers, ...volumes].sort((a, b) => a.range.start.line - b.range.start.line);
}

/** `configMap`: the kind of a volume's source. */
function sourceOf(document: YamlDocument, volume: NodeId): string {
  const source =
    document.kind(volume) === 'mapping'
      ? document.children(volume).find((node) => document.key(node) !== 'name')
      : undefined;
  return source === undefined ? 'emptyDir' : String(document.key(source));
}

function containerSymbols(outline: Outline, container: NodeId): DocumentSymbol[] {
  const { document } = outline;
  const ports = itemsAt(document, container, 'ports').map((port) => portSymbol(outline, port, 'containerPort'));
  const probes = ['startupProbe', 'readinessProbe', 'livenessProbe'].flatMap((name) => {
    const node = document.child(container, name);
    return node === undefined ? [] : [outline.symbol(node, Symbols.event, { name })];
  });
  return [...ports, ...probes].sort((a, b) => a.range.start.line - b.range.start.line);
}

function portSymbol(outline: Outline, port: NodeId, numberField: string): DocumentSymbol {
  const number = outline.text(port, numberField);
  return outline.item(port, Symbols.port, {
    name: outline.text(port, 'name') || number || '(without a number)',
    detail: number,
  });
}
