import { own } from '@podlint/plain';
import type { JsonValue } from '@podlint/syntax';
import type { BuiltObjects, BuiltRoot } from '../builds/hook.js';
import { isMapping } from '../documents/formats/format.js';
import { objectsOf } from '../documents/objects.js';
import { documentsOf } from '../documents/parse.js';
import { LineIndex } from '../documents/positions.js';
import type { SkipReason } from '../documents/skip.js';
import type { InspectedFile, InspectedObject } from '../verdict/inspected.js';
import { identityOf } from './identity.js';
import type { ReadObject, SideFile, SideObject } from './side-object.js';

/** An object of a file; undefined for what is none. */
export function objectIn({ path, text, lines }: InspectedFile, inspected: InspectedObject): SideObject | undefined {
  const { object, index, skipped } = inspected;
  if (!object) return undefined;
  return sideObject(object.json(), {
    ...{ file: { path }, index },
    ...(skipped === 'encrypted' && { skipped }),
    read: () => ({ object, text, lines, offset: 0 }),
  });
}

/** The objects that a kustomization makes. */
export function objectsOfBuild(root: BuiltRoot, built: BuiltObjects): SideObject[] {
  const { text, path } = built.source;
  const file: SideFile = { path, root: { ...root, built } };
  const skipped: SkipReason | undefined = built.isWhole ? undefined : 'kustomization with parts that are not run';
  const starts = startsOf(text);
  return built.values.flatMap((value, index) => {
    const start = starts[index] ?? 0;
    const end = starts[index + 1] ?? text.length;
    const read = once(() => readAt(text.slice(start, end), start));
    return sideObject(value, { file, index, read, ...(skipped && { skipped }) }) ?? [];
  });
}

/** Where each document begins. */
function startsOf(text: string): number[] {
  const starts: number[] = [];
  for (let at = 0; at < text.length;) {
    starts.push(at);
    const first = text.indexOf('\n', at) + 1;
    const second = text.indexOf('\n', first) + 1;
    at = first === 0 || second === 0 ? text.length : second;
  }
  return starts;
}

function readAt(text: string, offset: number): ReadObject {
  const [first] = documentsOf(text);
  const object = first && objectsOf(first.document)[0];
  if (!object) throw new Error('a built object is none');
  return { object, text, lines: new LineIndex(text), offset };
}

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

function sideObject(
  value: JsonValue | undefined,
  { file, index, skipped, read }: Pick<SideObject, 'file' | 'index' | 'skipped' | 'read'>,
): SideObject | undefined {
  if (!isMapping(value)) return undefined;
  const { apiVersion, kind } = value;
  const metadata = isMapping(value.metadata) ? value.metadata : {};
  const [name, generateName, namespace] = ['name', 'generateName', 'namespace'].map((key) => textIn(metadata, key));
  const called = name ?? generateName;
  if (typeof apiVersion !== 'string' || typeof kind !== 'string' || called === undefined || isSettings(apiVersion))
    return undefined;
  const isHashed = (kind === 'ConfigMap' || kind === 'Secret') && file.root?.built.hasHashedName(index) === true;
  return {
    ...{ file, index, apiVersion, kind, namespace, name, value, read },
    identity: identityOf({ apiVersion, kind, namespace, name: called }, isHashed ? 'hashed' : 'plain'),
    ...(skipped && { skipped }),
  };
}

function textIn(fields: { readonly [key: string]: JsonValue }, key: string): string | undefined {
  const value = own(fields, key);
  return typeof value === 'string' ? value : undefined;
}

/** What kustomize reads is no object. */
function isSettings(apiVersion: string): boolean {
  return apiVersion.startsWith('kustomize.config.k8s.io/');
}
