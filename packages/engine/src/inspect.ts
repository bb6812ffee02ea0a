import type { Kind, KubernetesVersion } from '@podlint/model';
import type { ObjectStatus } from '@podlint/schema';
import type { SyntaxProblem, TextPart, YamlDocument } from '@podlint/syntax';
import { judge, structureFindings } from './judge.js';
import { objectsOf, type SourceObject } from './objects.js';
import { documentsIn, documentsOf, type NumberedDocument } from './parse.js';
import { LineIndex, type PartStart } from './positions.js';
import type { SourceFile, Verdict } from './report.js';
import type { SkipReason } from './skip.js';
import type { Finding } from './stages/finding.js';
import { syntaxFinding } from './stages/syntax.js';

/** What one version says about an object; later stages add to the findings. */
export interface VersionJudgement {
  readonly version: KubernetesVersion;
  /** Absent for an object that podlint does not judge. */
  readonly verdict?: Verdict;
  readonly findings: Finding[];
  /** What the server would hold; absent for an object that does not decode. */
  readonly decoded?: { readonly kind: Kind; readonly value: Record<string, unknown> };
}

/** An object, or a document that no object could be read from, and what was found in it. */
export interface InspectedObject {
  readonly document: YamlDocument;
  /** Which of the documents that have content. */
  readonly index: number;
  readonly object?: SourceObject;
  readonly judgements: readonly VersionJudgement[];
  /** Why it was not judged. */
  readonly skipped?: SkipReason;
}

export interface InspectedFile {
  readonly path: string;
  readonly text: string;
  readonly lines: LineIndex;
  readonly objects: readonly InspectedObject[];
  /** Why none of it was read. */
  readonly skipped?: string;
}

/** Reads a file and asks the server of each version about everything in it. */
export function inspect(file: SourceFile, versions: readonly KubernetesVersion[]): InspectedFile {
  if ('skipped' in file) return { path: file.path, text: '', lines: new LineIndex(''), objects: [], skipped: file.skipped };
  return { path: file.path, text: file.text, lines: new LineIndex(file.text), objects: inspectDocuments(documentsOf(file.text), versions) };
}

/** Where a part of a text stands in all of it. */
export interface PartPlace {
  readonly path: string;
  readonly start: PartStart;
  /** How many documents with content came before. */
  readonly documents: number;
}

/** A part of a text as if it were a file, and how many documents with content are in it. */
export function inspectPart(part: TextPart, { path, start, documents: before }: PartPlace, versions: readonly KubernetesVersion[]): { readonly file: InspectedFile; readonly documents: number } {
  const documents = documentsIn(part, { documents: before, lines: start.lines });
  const file = { path, text: part.text, lines: new LineIndex(part.text, start), objects: inspectDocuments(documents, versions) };
  return { file, documents: documents.length };
}

function inspectDocuments(documents: readonly NumberedDocument[], versions: readonly KubernetesVersion[]): InspectedObject[] {
  return documents.flatMap(({ document, index }) => inspectDocument(document, index, versions));
}

/** @param index which of the documents that have content */
export function inspectDocument(document: YamlDocument, index: number, versions: readonly KubernetesVersion[]): InspectedObject[] {
  const objects = objectsOf(document);
  if (document.problems.length > 0) return inspectBroken({ document, index }, objects, versions);
  return objects.map((object, position) => inspectObject({ document, index, object }, versions, position === 0 ? document.warnings : []));
}

type Place = Pick<InspectedObject, 'document' | 'index'>;

/** A document that no YAML reader takes: a template for another program, a settings file of another one, or a mistake. */
function inspectBroken(place: Place, objects: readonly SourceObject[], versions: readonly KubernetesVersion[]): InspectedObject[] {
  const { text, range, problems } = place.document;
  const skipped = skipReasonOfBroken(text.slice(range.start, range.end));
  if (skipped) return [{ ...place, object: objects[0], judgements: versions.map((version) => ({ version, findings: [] })), skipped }];
  // Where something was left out, the structure of the rest still stands, while checks of the whole would ask for what is not there.
  const isReadable = problems.every(({ code }) => code === 'syntax/left-out');
  return (isReadable && objects.length > 0 ? objects : [objects[0]]).map((object, position) => {
    const ofText = position === 0 ? problems.map(syntaxFinding) : [];
    const structure = (version: KubernetesVersion): Finding[] => (isReadable && object ? structureFindings(object, version.minor) : []);
    return { ...place, object, judgements: versions.map((version) => ({ version, verdict: 'undecodable', findings: [...ofText, ...structure(version)] })) };
  });
}

const jsonStart = /^\ufeff?\s*[[{]/;
const typeMeta = /["']?(?:apiVersion|kind)["']?\s*:/;

/** JSON with comments is a settings file (tsconfig.json and its like) unless it says what object it is. */
function skipReasonOfBroken(text: string): SkipReason | undefined {
  if (text.includes('{{')) return 'template with {{ }}';
  return jsonStart.test(text) && !typeMeta.test(text) ? 'not a Kubernetes object' : undefined;
}

/** `warnings`: what is to be said about the text of the document. */
function inspectObject(place: Place & { readonly object: SourceObject }, versions: readonly KubernetesVersion[], warnings: readonly SyntaxProblem[]): InspectedObject {
  const { document, index, object } = place;
  const skipped = skipReasons[object.description.status];
  const judgements = versions.map((version): VersionJudgement => {
    const judgement = judge(object, version.minor);
    if (!judgement) return { version, findings: structureFindings(object, version.minor) };
    const { verdict, findings, decoded } = judgement;
    return { version, verdict, findings: [...warnings.map(syntaxFinding), ...findings], decoded };
  });
  return { document, index, object, judgements, skipped };
}

const skipReasons: { readonly [Status in ObjectStatus]?: SkipReason } = {
  other: 'kind without a pod template',
  fragment: 'fragment without apiVersion and kind',
  'not-kubernetes': 'not a Kubernetes object',
};
