import { settledStatusOf } from '@podlint/kinds';
import type { KubernetesVersion } from '@podlint/model';
import { copyOf, setOwn } from '@podlint/plain';
import type { JsonValue } from '@podlint/syntax';
import type { SourceObject } from '../documents/objects.js';
import type { CustomResources } from '../verdict/custom-resources.js';
import type { Decoded } from '../verdict/decoded.js';
import type { InspectedObject, Operation, VersionJudgement } from '../verdict/inspected.js';
import { inspectObject } from '../verdict/inspect-object.js';
import type { Pair } from './pairs.js';
import type { ChangedObject } from './report.js';
import type { SideObject } from './side-object.js';

/** Who is asked. */
export interface Server {
  readonly version: KubernetesVersion;
  readonly customResources?: CustomResources | undefined;
}

/** What the server says to the new object, and what it holds before and afterwards. */
export interface Answer {
  readonly said: Pick<ChangedObject, 'answer' | 'skipped' | 'refusedFor' | 'storedIsUnknown'>;
  /** Of the refusal. */
  readonly inspected?: InspectedObject;
  /** With defaults; undefined for kinds that podlint does not decode. */
  readonly old?: Decoded | undefined;
  readonly now?: Decoded | undefined;
}

export function answerTo({ old, now }: Pair, server: Server): Answer {
  if (!now) return { said: {}, old: decodedOf(ask(old, server)) };
  if (now.skipped !== undefined) return { said: { answer: 'not checked', skipped: now.skipped } };
  const created = ask(now, server);
  const decoded = decodedOf(created);
  if (!old) return { said: saidOf(created, undefined), inspected: created, now: decoded };
  const before = ask(old, server);
  const known = { old: decodedOf(before), now: decoded };
  // What has another name is another object, which is made beside the old one. Of another version nobody knows how the
  // server would convert it.
  if (old.name !== now.name || isOfOtherVersion(old, now))
    return { said: saidOf(created, undefined), inspected: created, ...known };
  if (isRefused(before) && !isRefused(created))
    return { said: { ...saidOf(created, undefined), storedIsUnknown: true }, inspected: created, ...known };
  const stored = storedOf(old, now);
  const updated = ask(now, server, { operation: 'update', stored });
  return { said: saidOf(updated, created), inspected: isRefused(created) ? created : updated, ...known };
}

function ask({ file, index, value, read }: SideObject, server: Server, operation?: Operation): InspectedObject {
  const { version, customResources } = server;
  const { object } = read();
  const { document } = object;
  return inspectObject(
    {
      ...{ document, index, path: file.path, versions: [version] },
      customResources,
      ...(operation && { operationOn: () => operation }),
    },
    againFrom(object, value),
    [],
  );
}

/** Whoever asks for its JSON may change it. Not by way of the document: of a long list that reads all of it each time. */
function againFrom(object: SourceObject, value: SideObject['value']): SourceObject {
  return { ...object, json: () => copyOf(value) };
}

/**
 * The stored object, where the new one is to go: in the namespace that one of them leaves open. Files tell nothing of its
 * status: it has been there for a while.
 */
function storedOf({ value, read }: SideObject, now: SideObject): SourceObject {
  const { known } = read().object.description;
  const json = (): JsonValue => {
    const copy = copyOf(value) as Record<string, JsonValue>;
    const status = known && copy.status === undefined ? settledStatusOf(known, copy) : undefined;
    if (status) copy.status = status as JsonValue;
    const { metadata } = copy;
    if (typeof metadata === 'object' && metadata !== null && !Array.isArray(metadata)) {
      if (now.namespace === undefined) delete metadata.namespace;
      else setOwn(metadata, 'namespace', now.namespace);
    }
    return copy;
  };
  return { ...read().object, json };
}

function isOfOtherVersion(old: SideObject, now: SideObject): boolean {
  return old.apiVersion !== now.apiVersion;
}

function judgementOf({ judgements }: InspectedObject): VersionJudgement | undefined {
  return judgements[0];
}

function decodedOf(inspected: InspectedObject): Decoded | undefined {
  return judgementOf(inspected)?.decoded;
}

function isRefused(inspected: InspectedObject): boolean {
  const verdict = judgementOf(inspected)?.verdict;
  return verdict !== undefined && verdict !== 'accept';
}

/** @param created the answer to the object where none is stored, of an update */
function saidOf(asked: InspectedObject, created: InspectedObject | undefined): Answer['said'] {
  const { skipped } = asked;
  const verdict = judgementOf(asked)?.verdict;
  if (skipped !== undefined || verdict === undefined)
    return { answer: 'not checked', skipped: skipped ?? 'kind without a definition' };
  if (verdict === 'accept') return { answer: 'accepted' };
  return { answer: 'refused', refusedFor: created && !isRefused(created) ? 'the change' : 'the object' };
}
