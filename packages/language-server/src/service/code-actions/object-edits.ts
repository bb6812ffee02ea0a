import { settingFix, type ReportedDiagnostic } from '@podlint/engine';
import { definitionName, pathIn } from '@podlint/schema';
import type { NodeId, YamlDocument } from '@podlint/syntax';
import type { FileView, ObjectView } from '../file-view.js';
import type { Remedy } from './actions.js';
import type { Addition } from './missing-things.js';

/** The object that a finding is about. */
export function objectOf({ documents }: FileView, { document, item }: ReportedDiagnostic): ObjectView | undefined {
  return documents.find(({ index }) => index === document)?.objects.find((object) => object.item === item);
}

/** A path as the report prints it, taken apart. */
export function segmentsOf(path: string): (string | number)[] {
  return [...path.matchAll(/\[([^\]]*)\]|([^.[\]]+)/g)].map(
    ([, bracketed, name]) => name ?? (/^\d+$/.test(bracketed!) ? Number(bracketed) : bracketed!),
  );
}

/** The value at a path of an object, as it is written. */
export function readAt({ document, node }: ObjectView, path: readonly (string | number)[]): unknown {
  const found = path.reduce<NodeId | undefined>(
    (current, segment) => (current === undefined ? undefined : document.child(current, segment)),
    node,
  );
  return found === undefined ? undefined : jsonOf(document, found);
}

function jsonOf(document: YamlDocument, node: NodeId): unknown {
  if (document.kind(node) === 'sequence') return document.children(node).map((child) => jsonOf(document, child));
  if (document.kind(node) === 'scalar') return document.value(node);
  return Object.fromEntries(document.children(node).map((child) => [document.key(child), jsonOf(document, child)]));
}

/** Gives an object fields; none where the text leaves no room for it. */
export function settingRemedy(
  { text }: FileView,
  object: ObjectView,
  { title, settings }: Addition,
  isPreferred = false,
): Remedy[] {
  const { known, resembles = known } = object.description;
  const fix =
    resembles === undefined
      ? undefined
      : settingFix(
          object,
          title,
          settings.map(({ at, value }) => ({ at: pathIn(definitionName(resembles), at), value })),
        );
  const edits = fix?.edits.map(({ range, text: newText }) => ({
    range: { start: text.positionAt(range.start), end: text.positionAt(range.end) },
    newText,
  }));
  return edits ? [{ title, edits, isPreferred }] : [];
}
