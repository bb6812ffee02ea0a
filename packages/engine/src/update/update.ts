import type { KubernetesVersion } from '@podlint/model';
import type { YamlDocument } from '@podlint/syntax';
import { decode, validateUpdate } from '@podlint/kinds';
import { sortedAndJoined, type Found } from '../findings/found.js';
import { judge } from '../verdict/judge.js';
import { objectsOf, type SourceObject } from '../documents/objects.js';
import { documentsOf } from '../documents/parse.js';
import { LineIndex } from '../report/positions.js';
import type { ReportedDiagnostic, Verdict } from '../report/report.js';
import { reported } from '../report/reported.js';
import { droppedFinding, errorFinding } from '../findings/api.js';
import type { Finding } from '../findings/finding.js';
import { schemaFinding } from '../findings/schema.js';
import { syntaxFinding } from '../findings/syntax.js';

/** What the server says to an update; the places are those of the new text. */
export interface UpdateReport {
  /** The worst over all objects: undecodable, unserved, reject, accept. */
  readonly verdict: Verdict;
  readonly diagnostics: readonly ReportedDiagnostic[];
}

interface Judged {
  readonly verdict: Verdict;
  readonly found: readonly Found[];
}

interface IndexedObject {
  readonly object: SourceObject;
  readonly index: number;
}

/** How the new text is called where a place names its file. */
const newFile = 'new';
const severityOrder: readonly Verdict[] = ['accept', 'reject', 'unserved', 'undecodable'];

/**
 * Would the server take the objects of the new text in the place of the stored ones of the old text?
 * Objects belong together by kind, namespace and name; a single one on each side belongs together in any case.
 * An object that the old text does not have is created.
 */
export function checkUpdate(oldText: string, newText: string, version: KubernetesVersion): UpdateReport {
  const old = objectsIn(oldText);
  const lines = new LineIndex(newText);
  const updated = objectsIn(newText);
  const judged = [
    ...documentsOf(newText).map(({ document, index }) => judgeReading(document, index, version)),
    ...updated.map((entry) => judgeUpdate(entry, counterpart(entry, old, updated.length === 1), version)),
  ];
  return {
    verdict: judged.reduce<Verdict>(
      (worst, { verdict }) => (severityOrder.indexOf(verdict) > severityOrder.indexOf(worst) ? verdict : worst),
      'accept',
    ),
    diagnostics: sortedAndJoined(judged.flatMap(({ found }) => found)).map((found) => reported(found, lines, newFile)),
  };
}

function objectsIn(text: string): IndexedObject[] {
  return documentsOf(text).flatMap(({ document, index }) =>
    document.problems.length > 0 ? [] : objectsOf(document).map((object) => ({ object, index })),
  );
}

function counterpart(
  { object }: IndexedObject,
  old: readonly IndexedObject[],
  alone: boolean,
): SourceObject | undefined {
  const [first] = old;
  if (alone && old.length === 1 && first!.object.description.kind === object.description.kind) return first!.object;
  return old.find((candidate) => identity(candidate.object) === identity(object))?.object;
}

function identity({ description, namespace, name }: SourceObject): string {
  return [description.kind, namespace ?? 'default', name].join('/');
}

function judgeReading({ problems }: YamlDocument, index: number, version: KubernetesVersion): Judged {
  return {
    verdict: problems.length > 0 ? 'undecodable' : 'accept',
    found: foundAt(problems.map(syntaxFinding), index, undefined, version),
  };
}

function judgeUpdate(
  { object, index }: IndexedObject,
  old: SourceObject | undefined,
  version: KubernetesVersion,
): Judged {
  const { verdict, findings } = updateFindings(object, old, version) ?? { verdict: 'accept', findings: [] };
  return { verdict, found: foundAt(findings, index, object, version) };
}

function foundAt(
  findings: readonly Finding[],
  document: number,
  object: SourceObject | undefined,
  { name }: KubernetesVersion,
): Found[] {
  return findings.map((finding) => ({
    finding,
    document,
    item: object?.item,
    object,
    source: undefined,
    versions: [name],
  }));
}

function updateFindings(
  object: SourceObject,
  old: SourceObject | undefined,
  { minor }: KubernetesVersion,
): { verdict: Verdict; findings: readonly Finding[] } | undefined {
  const kind = object.description.known;
  if (!old || !kind || object.description.status !== 'known' || old.description.known !== kind)
    return judge(object, minor);
  const { value, problems, undecodable } = decode(object.document, object.node, object.json(), kind, minor);
  const findings = problems.map(schemaFinding);
  if (undecodable) return { verdict: 'undecodable', findings };
  const stored = decode(old.document, old.node, old.json(), kind, minor).value;
  const { errors, dropped } = validateUpdate(kind, stored, value, minor);
  for (const error of errors) findings.push(errorFinding(object, error));
  for (const field of dropped) findings.push(droppedFinding(object, field, minor));
  return { verdict: findings.some(({ severity }) => severity === 'error') ? 'reject' : 'accept', findings };
}
