import type { DefinedKind } from '@podlint/engine';
import { kinds, type KubernetesVersion } from '@podlint/model';
import { subtree, type YamlDocument } from '@podlint/syntax';
import type { CursorPlace } from '../../cursor/cursor-place.js';
import { allowedValues } from '@podlint/schema/allowed-values';
import { isImage } from '../../knowledge/images.js';
import type { OwnedField } from '@podlint/schema';
import { isSelector } from '../../names/references.js';
import type { WorkspaceView } from '../../service/file-view.js';
import { knownWords } from './known-words.js';
import { labelValues } from './labels.js';
import { existingNames, typeAround } from './names.js';
import { Kind } from './proposal.js';

/** A value that can be written: as it is meant, without quotes. */
export interface Value {
  readonly value: string | boolean;
  readonly kind: Kind[keyof Kind];
  readonly detail?: string;
}
type Kind = typeof Kind;

export interface ValueSurroundings {
  /** The definition of the object. */
  readonly type: string;
  readonly version: KubernetesVersion;
  readonly workspace: WorkspaceView;
}

/** The values that a scalar field could have: those that it takes, names that exist, and what is usual. */
export function valuesFor(place: CursorPlace, field: OwnedField, around: ValueSurroundings): Value[] {
  const { owner, name, type } = field;
  const { path } = place;
  if (path.length === 1 && name === 'apiVersion') return apiVersions(place.kind, around.workspace);
  if (path.length === 1 && name === 'kind') return kindNames(place.apiVersion, around.workspace);
  if (type === 'boolean') return [true, false].map((value) => ({ value, kind: Kind.constant }));
  const words = allowedValues(owner, name, around.version.minor);
  if (words) return words.map((value) => ({ value, kind: Kind.enumMember }));
  if (isImage(field)) return images(around.workspace);
  if (isInLabels(field))
    return labelValues(String(path.segment), around.workspace).map((value) => ({ value, kind: Kind.value }));
  const names = existingNames(place, around.type, around.workspace).map(({ name: found, of }): Value => ({
    value: found,
    kind: Kind.reference,
    detail: of,
  }));
  const usual = knownWords(owner, name, typeAround(around.type, path)).map((value): Value => ({
    value,
    kind: Kind.value,
  }));
  return [...names, ...usual];
}

function apiVersions(kind: string | undefined, workspace: WorkspaceView): Value[] {
  const all = [...kinds, ...definedKinds(workspace)];
  const fitting = all.filter((known) => kind === undefined || known.kind === kind);
  const found = fitting.length > 0 ? fitting : all;
  return [...new Set(found.map(({ apiVersion }) => apiVersion))].map((value) => ({ value, kind: Kind.module }));
}

/** The kinds of an apiVersion, those that have Pods first. */
function kindNames(apiVersion: string | undefined, workspace: WorkspaceView): Value[] {
  const all = [...kinds, ...definedKinds(workspace)];
  const fitting = all.filter((known) => apiVersion === undefined || known.apiVersion === apiVersion);
  const found = fitting.length > 0 ? fitting : all;
  return found.map(({ kind, apiVersion: of }) => ({ value: kind, kind: Kind.class, detail: of }));
}

function definedKinds({ customResources }: WorkspaceView): readonly DefinedKind[] {
  return customResources?.defined?.()?.kinds ?? [];
}

function isInLabels({ owner, name, shape }: OwnedField): boolean {
  return shape === undefined && (isSelector(owner, name) || (owner === 'meta.v1.ObjectMeta' && name === 'labels'));
}

/** The images that the workspace uses, the most used first. */
function images(workspace: WorkspaceView): Value[] {
  const uses = new Map<string, number>();
  for (const file of workspace.files()) {
    for (const { document } of file.documents)
      for (const image of imagesIn(document)) uses.set(image, (uses.get(image) ?? 0) + 1);
  }
  return [...uses]
    .sort(([, a], [, b]) => b - a)
    .map(([value, count]) => ({ value, kind: Kind.file, detail: `used ${count === 1 ? 'once' : `${count} times`}` }));
}

/** Of documents that have not changed since. */
const known = new WeakMap<YamlDocument, readonly string[]>();

function imagesIn(document: YamlDocument): readonly string[] {
  let found = known.get(document);
  if (!found) {
    const nodes = document.root === undefined ? [] : [...subtree(document, document.root)];
    found = nodes.flatMap((node) => (document.key(node) === 'image' && document.scalarText(node)) || []);
    known.set(document, found);
  }
  return found;
}
