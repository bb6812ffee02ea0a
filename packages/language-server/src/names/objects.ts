import { isClusterScoped } from '@podlint/model';
import type { NodeId, YamlDocument } from '@podlint/syntax';
import { typeOf } from '../place/place.js';
import type { DocumentView, FileView, ObjectView, WorkspaceView } from '../service/file-view.js';
import { descend, podSpecOf } from './pod-parts.js';

/** An object somewhere in the workspace. */
export interface PlacedObject {
  readonly file: FileView;
  readonly view: DocumentView;
  readonly object: ObjectView;
  readonly document: YamlDocument;
  readonly root: NodeId;
  readonly kind: string;
  /** Its definition; undefined for a kind whose fields are not known. */
  readonly type: string | undefined;
  readonly name: string | undefined;
  readonly namespace: string;
}

export function* objectsIn(file: FileView): Iterable<PlacedObject> {
  for (const view of file.documents) for (const object of view.objects) yield placed(file, view, object);
}

export function* objectsOf(workspace: WorkspaceView): Iterable<PlacedObject> {
  for (const file of workspace.files()) yield* objectsIn(file);
}

export function placed(file: FileView, view: DocumentView, object: ObjectView): PlacedObject {
  const { document, node: root, description, name, namespace = 'default' } = object;
  return {
    file,
    view,
    object,
    document,
    root,
    kind: description.kind ?? description.resembles?.kind ?? '',
    type: typeOf(object),
    name,
    namespace,
  };
}

/** Whether an object is what a name in a namespace can mean. */
export function isMeant(object: PlacedObject, kind: string, namespace: string): boolean {
  return object.kind === kind && (isClusterScoped(kind) || object.namespace === namespace);
}

/** Labels by key: of the Pods that an object makes, and where they are written. */
export function podLabelsOf({
  document,
  root,
  type,
}: PlacedObject): { readonly node: NodeId; readonly labels: Readonly<Record<string, string>> } | undefined {
  const spec = type === undefined ? undefined : podSpecOf({ document, root, type });
  const holder = spec === undefined ? undefined : document.parent(spec);
  const node = holder === undefined ? undefined : descend(document, holder, ['metadata', 'labels']);
  return node === undefined || document.kind(node) !== 'mapping'
    ? undefined
    : { node, labels: textsOf(document, node) };
}

/** The texts of a mapping from names to scalars. */
export function textsOf(document: YamlDocument, mapping: NodeId): Record<string, string> {
  return Object.fromEntries(
    document.children(mapping).flatMap((child) => {
      const text = document.scalarText(child);
      return text === undefined ? [] : [[String(document.key(child)), text]];
    }),
  );
}
