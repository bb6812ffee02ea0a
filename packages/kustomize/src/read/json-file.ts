import { says } from '../messages.js';
import { parseDocument, type JsonValue, type NodeId, type YamlDocument } from '@podlint/syntax';
import type { KeyPath } from '../node/key-path.js';
import { BuildFailure } from '../errors.js';
import type { SourceFile } from '../files/file-tree.js';
import type { Place } from '../origin/place.js';
import { fileText } from './file-text.js';

/** A file that kustomize reads as JSON written in YAML 1.1 (sigs.k8s.io/yaml, YAMLToJSON): its first document. */
export interface JsonFile {
  readonly file: SourceFile;
  readonly text: string;
  readonly document: YamlDocument;
  readonly value: JsonValue | undefined;
  /** Where the value at a path stands, or the nearest one around it. */
  readonly placeOf: (path: KeyPath) => Place;
  /** Where the name of the field at a path stands. */
  readonly namePlaceOf: (path: KeyPath) => Place;
  /** Whether something stands at a path, and not only around it. */
  readonly holds: (path: KeyPath) => boolean;
  /** What the field at a path is called in the file that it stands in. */
  readonly fieldOf: (path: KeyPath) => KeyPath;
  /** The text of the file that the value at a path stands in. */
  readonly textOf: (path: KeyPath) => string;
}

const byteOrderMark = '\ufeff';

/** Throws where it is no YAML. */
export function readJson(file: SourceFile): JsonFile {
  const text = fileText(file);
  const start = text.startsWith(byteOrderMark) ? 1 : 0;
  const document = parseDocument(text, { start, end: text.length });
  const [problem] = document.problems;
  if (problem) throw new BuildFailure('yaml', problem.message, { file: file.name, ...problem.range });
  return {
    file,
    text,
    document,
    value: document.root === undefined ? undefined : document.toJSON(),
    placeOf: (path) => ({ file: file.name, ...rangeOf(document, nodeAt(document, path), text) }),
    namePlaceOf: (path) => {
      const node = nodeAt(document, path);
      const name = node === undefined ? undefined : document.keyRange(node);
      return { file: file.name, ...(name ?? rangeOf(document, node, text)) };
    },
    holds: (path) => path.length === 0 || nodeAt(document, path) !== nodeAt(document, path.slice(0, -1)),
    fieldOf: (path) => path,
    textOf: () => text,
  };
}

/** A file that is read as JSON where it starts as such, and otherwise as YAML (openapi.go, parse). */
export function readJsonOrYaml(file: SourceFile): JsonValue | undefined {
  const text = fileText(file);
  if (!text.startsWith('{')) return readJson(file).value;
  try {
    return JSON.parse(text) as JsonValue;
  } catch {
    throw new BuildFailure('openapi', says['not-json']({ path: file.name }), { file: file.name, start: 0, end: 0 });
  }
}

/** As readJson, with a key that stands twice as an error (UnmarshalStrict). */
export function readJsonStrictly(file: SourceFile): JsonValue | undefined {
  const { document, value } = readJson(file);
  const [duplicate] = document.duplicateKeys;
  if (duplicate)
    throw new BuildFailure('yaml', says['key-twice']({ key: document.key(duplicate.node) ?? '' }), {
      file: file.name,
      ...(document.keyRange(duplicate.node) ?? document.rangeOf(duplicate.node)),
    });
  return value;
}

function nodeAt(document: YamlDocument, path: KeyPath): NodeId | undefined {
  let node = document.root;
  for (const part of path) {
    const child = node === undefined ? undefined : (document.child(node, part) ?? childInAnyCase(document, node, part));
    if (child === undefined) break;
    node = child;
  }
  return node;
}

/** Field names of a kustomization may be written in any case. */
function childInAnyCase(document: YamlDocument, node: NodeId, part: string | number): NodeId | undefined {
  if (typeof part === 'number' || document.kind(node) !== 'mapping') return undefined;
  return document.children(node).find((child) => String(document.key(child)).toLowerCase() === part.toLowerCase());
}

function rangeOf(document: YamlDocument, node: NodeId | undefined, text: string): { start: number; end: number } {
  if (node === undefined) return { start: 0, end: text.length };
  const { start, end } = document.rangeOf(node);
  return { start, end };
}
