import { own } from '@podlint/plain';
import { parseText, type JsonValue, type NodeId, type YamlDocument } from '@podlint/syntax';
import { isMapping, mappingsIn, type JsonObject } from '../documents/formats/format.js';
import { objectsOf, type SourceObject } from '../documents/objects.js';
import type { SourceFile } from '../documents/source-file.js';

type Text = Extract<SourceFile, { readonly text: string }>;

/** Where an Application of Argo CD's takes its manifests from. */
export interface ArgoSource {
  readonly file: Text;
  readonly document: YamlDocument;
  /** The mapping that says so. */
  readonly node: NodeId;
  /** Names from the object down to it. */
  readonly way: readonly (string | number)[];
  /** Of the Application; undefined where it is made of a template. */
  readonly name: string | undefined;
  readonly repoURL: string;
  readonly path: string;
  readonly said: JsonObject;
}

const group = 'argoproj.io/';

/** Those of all Applications in some files, and of ApplicationSets as far as they say it of every Application that they make. */
export function argoSourcesIn(files: readonly SourceFile[]): ArgoSource[] {
  return files.flatMap((file) => {
    if (!('text' in file) || !file.text.includes(group) || !file.text.includes('repoURL')) return [];
    return parseText(file.text).documents.flatMap((document) =>
      document.problems.length > 0 ? [] : objectsOf(document).flatMap((object) => sourcesOf(object, file)),
    );
  });
}

function sourcesOf(object: SourceObject, file: Text): ArgoSource[] {
  const { document, description } = object;
  if (!description.apiVersion?.startsWith(group)) return [];
  const way = waysTo.get(description.kind ?? '');
  const spec = way && below(document, object.node, way);
  if (spec === undefined) return [];
  const json = way?.reduce<JsonValue | undefined>((value, name) => fieldOf(value, name), object.json());
  const several = mappingsIn(fieldOf(json, 'sources')) ?? [];
  const ways = [['source'], ...several.map((_, index) => ['sources', index])];
  return ways.flatMap((inner): ArgoSource[] => {
    const said = inner.length === 1 ? fieldOf(json, 'source') : several[Number(inner[1])];
    const node = below(document, spec, inner);
    if (!isMapping(said) || node === undefined) return [];
    const { repoURL, path } = said;
    if (typeof repoURL !== 'string' || typeof path !== 'string') return [];
    const name = description.kind === 'Application' ? object.name : undefined;
    return [{ file, document, node, way: [...(way ?? []), ...inner], name, repoURL, path, said }];
  });
}

/** From the object to the spec of an Application. */
const waysTo: ReadonlyMap<string, readonly string[]> = new Map([
  ['Application', ['spec']],
  ['ApplicationSet', ['spec', 'template', 'spec']],
]);

function below(document: YamlDocument, top: NodeId, way: readonly (string | number)[]): NodeId | undefined {
  return way.reduce<NodeId | undefined>(
    (node, part) => (node === undefined ? undefined : document.child(node, part)),
    top,
  );
}

function fieldOf(value: JsonValue | undefined, name: string): JsonValue | undefined {
  return isMapping(value) ? own(value, name) : undefined;
}
