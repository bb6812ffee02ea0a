import { settingFix, type ReportedDiagnostic } from '@podlint/engine';
import type { NodeId, YamlDocument } from '@podlint/syntax';
import type { FileView, ObjectView } from '../file-view.js';
import type { Remedy } from './actions.js';
import { missingThings, type Addition } from './missing-things.js';

/** What could be added where a finding names something that is not there, and has no fix of its own. */
export function missingRemedies(file: FileView, found: ReportedDiagnostic): Remedy[] {
  if (found.fixes.length > 0) return [];
  const object = file.documents.find(({ index }) => index === found.document)?.objects.find(({ item }) => item === found.item);
  const at = segmentsOf(found.path);
  const thing = missingThings.find(({ code, path }) => code === found.code && endsWith(at, path));
  if (!object || !thing) return [];
  return thing.add({ at, read: (path) => read(object, path) }).flatMap((addition) => remedy(file, object, addition));
}

function remedy({ text }: FileView, object: ObjectView, { title, settings }: Addition): Remedy[] {
  const fix = settingFix(object, title, settings);
  const edits = fix?.edits.map(({ range, text: newText }) => ({ range: { start: text.positionAt(range.start), end: text.positionAt(range.end) }, newText }));
  return edits ? [{ title, edits }] : [];
}

/** A path as the report prints it, taken apart. */
function segmentsOf(path: string): (string | number)[] {
  return [...path.matchAll(/\[([^\]]*)\]|([^.[\]]+)/g)].map(([, bracketed, name]) => (name ?? (/^\d+$/.test(bracketed!) ? Number(bracketed) : bracketed!)));
}

function endsWith(at: readonly (string | number)[], pattern: string): boolean {
  const wanted = pattern.split('.').reverse();
  return wanted.every((name, back) => (name === '*' ? typeof at.at(-1 - back) === 'number' : at.at(-1 - back) === name));
}

function read({ document, node }: ObjectView, path: readonly (string | number)[]): unknown {
  const found = path.reduce<NodeId | undefined>((current, segment) => (current === undefined ? undefined : document.child(current, segment)), node);
  return found === undefined ? undefined : jsonOf(document, found);
}

function jsonOf(document: YamlDocument, node: NodeId): unknown {
  if (document.kind(node) === 'sequence') return document.children(node).map((child) => jsonOf(document, child));
  if (document.kind(node) === 'scalar') return document.value(node);
  return Object.fromEntries(document.children(node).map((child) => [document.key(child), jsonOf(document, child)]));
}
