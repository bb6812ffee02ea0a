import type { Substitution } from '@podlint/kustomize/project';
import { own } from '@podlint/plain';
import { parseText, type JsonValue, type YamlDocument } from '@podlint/syntax';
import { isMapping, mappingsIn, type JsonObject } from '../documents/formats/format.js';
import type { SourceFile } from '../documents/source-file.js';
import { folderAt } from './folder-at.js';
import type { BuildTree } from './tree.js';

type Text = Extract<SourceFile, { readonly text: string }>;

const group = 'kustomize.toolkit.fluxcd.io';

/** A Kustomization of Flux's that fills in variables. */
interface Filling {
  readonly folder: string;
  readonly substitution: Substitution;
}

/**
 * What Flux fills into the builds of folders (`spec.postBuild`), where the files of the run say so of a folder in one way. A path counts
 * from the top of a repository: from a folder that the file with the Kustomization is below.
 */
export function substitutionsOfFlux(
  files: readonly SourceFile[],
  folders: readonly string[],
  tree: BuildTree,
): ReadonlyMap<string, Substitution> {
  const known = new Set(folders);
  const texts = files.filter((file): file is Text => 'text' in file);
  const fillings = texts
    .filter(({ text }) => text.includes(group) && text.includes('postBuild'))
    .flatMap((file) => fillingsIn(file, texts, (path) => folderAt(path, tree.folderOf(file.path), known)));
  const found = new Map<string, Substitution>();
  const contested = new Set<string>();
  for (const { folder, substitution } of fillings) {
    const known = found.get(folder);
    if (known && !isSame(known, substitution)) contested.add(folder);
    found.set(folder, substitution);
  }
  for (const folder of contested) found.delete(folder);
  return found;
}

function isSame({ variables: one }: Substitution, { variables: other }: Substitution): boolean {
  return one.extent === other.extent && JSON.stringify([...one.values]) === JSON.stringify([...other.values]);
}

function fillingsIn(
  file: Text,
  texts: readonly Text[],
  folderOf: (path: string) => string | undefined,
): readonly Filling[] {
  return parseText(file.text).documents.flatMap((document): Filling[] => {
    const object = document.root === undefined ? undefined : document.toJSON();
    const spec = isOfFlux(object) ? own(object, 'spec') : undefined;
    const postBuild = fieldIn(spec, 'postBuild');
    const path = fieldIn(spec, 'path');
    const folder = typeof path === 'string' ? folderOf(path) : undefined;
    if (folder === undefined || !isMapping(postBuild)) return [];
    const variables = variablesOf(postBuild, namespaceOf(object), texts);
    // Without any variable Flux leaves the objects as they are.
    if (variables.values.size === 0 && variables.extent === 'all') return [];
    return [{ folder, substitution: { variables, switch: `${group}/substitute`, step: stepAt(document, file) } }];
  });
}

function isOfFlux(object: JsonValue | undefined): object is { [key: string]: JsonValue } {
  return (
    isMapping(object) &&
    object.kind === 'Kustomization' &&
    typeof object.apiVersion === 'string' &&
    object.apiVersion.startsWith(`${group}/`)
  );
}

function stepAt(document: YamlDocument, { path }: Text): Substitution['step'] {
  const spec = document.child(document.root!, 'spec');
  const node = spec === undefined ? undefined : document.child(spec, 'postBuild');
  const range = node === undefined ? undefined : document.rangeOf(node);
  return { kind: 'PostBuildSubstitution', file: path, field: 'spec.postBuild', range };
}

/** Those of ConfigMaps in the files, and over them those that stand there; a Secret is in no file. */
function variablesOf(
  postBuild: JsonObject,
  namespace: string | undefined,
  texts: readonly Text[],
): Substitution['variables'] {
  const values = new Map<string, string>();
  let extent: Substitution['variables']['extent'] = 'all';
  for (const source of mappingsIn(own(postBuild, 'substituteFrom')) ?? []) {
    const data = source.kind === 'ConfigMap' ? dataOf(source.name, namespace, texts) : undefined;
    if (data) addTexts(values, data);
    else extent = 'some';
  }
  addTexts(values, own(postBuild, 'substitute'));
  return { values, extent };
}

/** kustomize_varsub.go takes line breaks out of values. */
function addTexts(values: Map<string, string>, data: JsonValue | undefined): void {
  if (!isMapping(data)) return;
  for (const [name, value] of Object.entries(data))
    if (typeof value === 'string') values.set(name, value.replaceAll('\n', ''));
}

function dataOf(
  name: JsonValue | undefined,
  namespace: string | undefined,
  texts: readonly Text[],
): JsonValue | undefined {
  if (typeof name !== 'string') return undefined;
  const objects = texts
    .filter(({ text }) => text.includes('ConfigMap') && text.includes(name))
    .flatMap(({ text }) => parseText(text).documents)
    .map((document) => (document.root === undefined ? undefined : document.toJSON()));
  const [found, ...others] = objects.filter(
    (object) =>
      isMapping(object) &&
      object.kind === 'ConfigMap' &&
      fieldIn(object.metadata, 'name') === name &&
      namespaceOf(object) === namespace,
  );
  return others.length === 0 ? fieldIn(found, 'data') : undefined;
}

function namespaceOf(object: JsonValue | undefined): string | undefined {
  const namespace = fieldIn(fieldIn(object, 'metadata'), 'namespace');
  return typeof namespace === 'string' ? namespace : undefined;
}

function fieldIn(value: JsonValue | undefined, name: string): JsonValue | undefined {
  return isMapping(value) ? own(value, name) : undefined;
}
