import { project } from '@podlint/model';
import type { NodeId, Range as Offsets, YamlDocument } from '@podlint/syntax';
import type { Diagnostic, Range } from 'vscode-languageserver-types';
import type { FileView } from './file-view.js';
import { toDiagnostic } from './to-diagnostic.js';
import { alone } from './together.js';
import { unsetWords, type Unset } from './unset.js';

/** How far what was found is moved in the file. */
interface Moved {
  readonly lines: number;
  readonly documents: number;
}

const unmoved: Moved = { lines: 0, documents: 0 };

/** One information at the name of the container. A single setting speaks for itself. */
export function unsetDiagnostic(view: FileView, unset: Unset, by: Moved = unmoved): Diagnostic {
  const [first] = unset.found;
  const single = toDiagnostic(alone(first!), view.versions, by.lines);
  const range = nameRange(view, unset, by) ?? single.range;
  if (unset.found.length === 1) return { ...single, range, severity: 3 };
  return {
    range,
    severity: 3,
    code: 'not-set',
    codeDescription: { href: project.page('docs/editors.md#what-a-container-does-not-set') },
    source: 'podlint',
    message: unsetWords(unset),
  };
}

/** Undefined: the container has another name here, as kustomize may have moved it, or none. */
function nameRange(view: FileView, unset: Unset, by: Moved): Range | undefined {
  const { document: index, item, container } = unset.found[0]!;
  const object = view.objectsIn(index + by.documents).find((candidate) => candidate.item === item);
  const name = object && nameNode(object, unset);
  if (!object || name === undefined || object.document.scalarText(name) !== container) return undefined;
  return rangeIn(view, object.document.rangeOf(name));
}

function nameNode(
  { document, node }: { readonly document: YamlDocument; readonly node: NodeId },
  { container: { path } }: Unset,
): NodeId | undefined {
  return path
    .child('name')
    .segments.reduce<NodeId | undefined>((at, key) => (at === undefined ? undefined : document.child(at, key)), node);
}

function rangeIn({ text }: FileView, { start, end }: Offsets): Range {
  return { start: text.positionAt(start), end: text.positionAt(end) };
}
