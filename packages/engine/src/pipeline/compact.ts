import { containerNameOf } from '../findings/container.js';
import { placeOfKey } from '../findings/locate.js';
import { setOwn } from '@podlint/plain';
import { plainData, textOf, type Message } from '@podlint/messages';
import type { Choice, Fix } from '../findings/diagnostic.js';
import type { Finding, Followed } from '../findings/finding.js';
import { fingerprintOf } from '../findings/fingerprint.js';
import { compareFindings } from '../findings/order.js';
import type { LineIndex } from '../documents/positions.js';
import { provenanceOf } from '../documents/provenance.js';
import type { RelatedPlace, ReportedChoice, ReportedDocument, ReportedFix } from '../report/report.js';
import { isHidden, type ReportLevel } from '../report/shown.js';
import type { Circumstances } from '../settings/circumstances.js';
import type { FoundObject, InspectedFile, InspectedObject, VersionJudgement } from '../verdict/inspected.js';
import { isKubernetes } from '../verdict/is-kubernetes.js';
import type { Verdict } from '../verdict/verdict.js';
import { safeInEveryVersion } from './every-version.js';
import type { AllDetails, ExaminedFinding, ExaminedObject, FindingDetails } from './examined.js';

/**
 * When what costs something is worked out: with everything else, or when somebody asks for it, from the file read
 * again. Choices, which only formats for other programs tell in full, come with the rest of errors, and of all findings
 * where it says so.
 */
export type Details = 'with choices' | 'at once' | 'when asked';

/** What is worked out of a file's findings. */
export interface Compacting {
  readonly details: Details;
  readonly ofObjects?: Circumstances['ofObjects'];
  /** Nobody asks for the details of what is below it, or hardly ever. */
  readonly level?: ReportLevel | undefined;
}

/** The objects of a file as plain data. */
export function compactObjects(
  { objects, lines, path }: InspectedFile,
  { details, ofObjects, level }: Compacting,
): ExaminedObject[] {
  return objects.map((inspected) => ({
    ...rulesKey(ofObjects?.keyOf(inspected)),
    entry: entryOf(inspected, lines),
    isKubernetes: isKubernetes(inspected),
    findings: joined(inspected.judgements).map(({ finding, versions }, index) =>
      placed(finding, {
        index,
        versions,
        lines,
        path,
        inspected,
        details: isHidden(finding, level) ? 'when asked' : details,
      }),
    ),
  }));
}

function rulesKey(key: string | undefined): Pick<ExaminedObject, 'rules'> {
  return key === undefined ? {} : { rules: key };
}

/** A finding, and the versions for which it holds. */
interface Joined {
  readonly finding: Finding;
  readonly versions: readonly string[];
}

/** From the top down, with the same finding for several versions as one. */
function joined(judgements: readonly VersionJudgement[]): Joined[] {
  const all: Joined[] = [];
  for (const { version, findings } of judgements) {
    const versions = [version.name];
    for (const finding of findings) all.push({ finding: safeInEveryVersion(finding, judgements), versions });
  }
  return joinEqual(all.sort(compareJoined), compareJoined, (one, other) => ({
    ...one,
    versions: union(one.versions, other.versions),
  }));
}

function compareJoined(a: Joined, b: Joined): number {
  return compareFindings(a.finding, b.finding);
}

/** Of sorted things those that are equal as one. */
export function joinEqual<T>(sorted: readonly T[], compare: (a: T, b: T) => number, join: (a: T, b: T) => T): T[] {
  const left: T[] = [];
  for (const one of sorted) {
    const last = left.at(-1);
    if (last !== undefined && compare(last, one) === 0) left[left.length - 1] = join(last, one);
    else left.push(one);
  }
  return left;
}

export function union(names: readonly string[], others: readonly string[]): readonly string[] {
  const added = others.filter((name) => !names.includes(name));
  return added.length === 0 ? names : [...names, ...added];
}

const nothing: readonly never[] = [];

/** What is known of a finding besides itself. */
export interface Surroundings {
  readonly index: number;
  readonly versions: readonly string[];
  /** Counts lines and columns of the file. */
  readonly lines: LineIndex;
  readonly path: string;
  /** The object, or what is there of it. */
  readonly inspected: FoundObject;
  readonly details: Details;
}

/** Of one shape, whatever the stage: every later step reads each of them. */
export function placed(
  finding: Finding,
  { index, versions, lines, path: file, inspected, details }: Surroundings,
): ExaminedFinding {
  const { code, stage, severity, tags, message, path, api, range, related, follows, provisional } = finding;
  return {
    index,
    code,
    stage,
    severity,
    tags,
    message,
    path,
    api,
    container: containerNameOf(inspected, path),
    range: lines.range(range),
    related: related.length === 0 ? nothing : related.map((place) => relatedPlace(place, lines, file)),
    kubernetesVersions: versions,
    follows: follows.length === 0 ? nothing : follows.map((other) => pick(other)),
    provisional,
    details: detailsOf(finding, inspected.object, lines, details),
  };
}

/** Without its trees and its functions. */
function pick({ code, severity, path, api }: Followed): Followed {
  return { code, severity, path, api };
}

function relatedPlace(
  { message, file, range, place }: Finding['related'][number],
  lines: LineIndex,
  here: string,
): RelatedPlace {
  return { ...saidOf(message), file: file ?? here, range: place ?? lines.range(range) };
}

/** A message in words, and what it is made of. */
export function saidOf(message: Message): Pick<RelatedPlace, 'message' | 'messageId' | 'data'> {
  return { message: textOf(message), messageId: message.id, data: plainData(message.data) };
}

function detailsOf(
  finding: Finding,
  object: FoundObject['object'],
  lines: LineIndex,
  details: Details,
): FindingDetails | undefined {
  if (details === 'when asked') return undefined;
  const fixes = finding.fixes ? finding.fixes().map((fix) => reportedFix(fix, lines)) : nothing;
  const fingerprint = fingerprintOf(finding, object);
  // Those of errors are told by most formats, and reading the file again for them costs far more than they do.
  const hasChoices = details === 'with choices' || finding.severity === 'error';
  return hasChoices ? { fixes, fingerprint, choices: reportedChoices(finding, lines) } : { fixes, fingerprint };
}

function reportedChoices({ choices }: Finding, lines: LineIndex): readonly ReportedChoice[] {
  return choices ? choices().map((choice) => reportedChoice(choice, lines)) : nothing;
}

function reportedFix({ title, safety, edits }: Fix, lines: LineIndex): ReportedFix {
  return { title, safety, edits: reportedEdits(edits, lines) };
}

function reportedChoice({ title, edits, preferred }: Choice, lines: LineIndex): ReportedChoice {
  return { title, edits: reportedEdits(edits, lines), ...(preferred && { preferred }) };
}

function reportedEdits(edits: Fix['edits'], lines: LineIndex): ReportedFix['edits'] {
  return edits.map(({ range, text }) => ({ range: lines.range(range), text }));
}

/** All details of a finding of objects for which they were worked out. */
export function allDetailsOf(objects: readonly ExaminedObject[], position: number, index: number): AllDetails {
  const { fixes, fingerprint, choices } = objects[position]?.findings[index]?.details ?? {};
  if (!fixes || !choices || fingerprint === undefined) throw new Error('the file holds other findings than before');
  return { fixes, fingerprint, choices };
}

type Entry = { -readonly [Part in keyof ReportedDocument]: ReportedDocument[Part] };

function entryOf(inspected: InspectedObject, lines: LineIndex): ReportedDocument {
  const { document, index, object, judgements, skipped, format } = inspected;
  const node = object?.node ?? document.root;
  const source = provenanceOf(document, node);
  const { line } = lines.position(node === undefined ? document.range.start : placeOfKey(document, node).start);
  const { apiVersion, kind } = object?.description ?? {};
  const entry: Entry = { index, line };
  if (object?.item !== undefined) entry.item = object.item;
  if (source) entry.source = source;
  if (apiVersion !== undefined) entry.apiVersion = apiVersion;
  if (kind !== undefined) entry.kind = kind;
  if (object?.namespace !== undefined) entry.namespace = object.namespace;
  if (object?.name !== undefined) entry.name = object.name;
  if (skipped === undefined) entry.verdicts = verdictsOf(judgements);
  else entry.skipped = skipped;
  if (format !== undefined) entry.format = format;
  return entry;
}

function verdictsOf(judgements: readonly VersionJudgement[]): Record<string, Verdict> {
  const verdicts: Record<string, Verdict> = {};
  for (const { version, verdict } of judgements) if (verdict) setOwn(verdicts, version.name, verdict);
  return verdicts;
}
