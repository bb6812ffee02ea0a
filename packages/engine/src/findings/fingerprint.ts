import type { FieldPath } from '@podlint/field-path';
import { mergeKeys } from '@podlint/schemas/merge-keys';
import type { NodeId, YamlDocument } from '@podlint/syntax';
import { hash64 } from './hash64.js';
import type { SourceObject } from '../documents/objects.js';
import type { Finding } from './finding.js';

/**
 * What makes a finding the same one tomorrow: its code, the object it is in, and the field. Neither lines, nor the
 * file, nor the words of the message, nor the value that is wrong: an image that is pinned to nothing is the same old
 * finding after its tag was raised.
 * 16 hexadecimal digits; several findings of one file may have the same.
 */
export function fingerprintOf(
  { code, path }: Pick<Finding, 'code' | 'path'>,
  object: SourceObject | undefined,
): string {
  return hash64(
    [code, ...identityOf(object), object ? stablePath(object.document, object.node, path) : path.toString()].join('\n'),
  );
}

/** The group without its version, so that moving to the next version of an API makes no finding new. */
function identityOf(object: SourceObject | undefined): string[] {
  const { apiVersion = '', kind = '' } = object?.description ?? {};
  const group = apiVersion.includes('/') ? apiVersion.slice(0, apiVersion.indexOf('/')) : '';
  return [group, kind, object?.namespace ?? '', object?.name ?? ''];
}

/**
 * The path with list items by what Kubernetes knows them by, instead of by where they stand:
 * `spec.containers[app].image`.
 */
function stablePath(document: YamlDocument, object: NodeId, path: FieldPath): string {
  let node: NodeId | undefined = object;
  let text = '';
  for (const segment of path.segments) {
    const inList: boolean = node !== undefined && document.kind(node) === 'sequence';
    node = node === undefined ? undefined : document.child(node, segment);
    text += inList ? `[${node === undefined ? '' : itemName(document, node)}]` : `.${segment}`;
  }
  return text;
}

/** The keys by which the server merges lists, and what tells readiness gates, items and expressions from each other. */
const nameFields = [...mergeKeys, 'conditionType', 'key'];

/** What tells an item from its neighbours whatever its place; empty where nothing does. */
function itemName(document: YamlDocument, item: NodeId): string {
  if (document.kind(item) === 'scalar')
    return ordered.has(listOf(document, item)) ? '' : (document.scalarText(item) ?? '');
  if (document.kind(item) === 'sequence') return '';
  for (const name of nameFields) {
    const key = document.child(item, name);
    if (key !== undefined && document.kind(key) === 'scalar') return `${name}=${document.scalarText(key)}`;
  }
  return '';
}

/** Lists of words whose items are no names. */
const ordered: ReadonlySet<string | number | undefined> = new Set(['command', 'args']);

function listOf(document: YamlDocument, item: NodeId): string | number | undefined {
  const list = document.parent(item);
  return list === undefined ? undefined : document.key(list);
}

/**
 * The fingerprints of a file's findings, equal ones numbered from the top down, so that each is there once:
 * `9ae16a3b2f90404f:2` is the second of its kind.
 */
export function numberedFingerprints(diagnostics: readonly { readonly fingerprint: string }[]): string[] {
  const counts = new Map<string, number>();
  return diagnostics.map(({ fingerprint }) => {
    const count = (counts.get(fingerprint) ?? 0) + 1;
    counts.set(fingerprint, count);
    return `${fingerprint}:${count}`;
  });
}
