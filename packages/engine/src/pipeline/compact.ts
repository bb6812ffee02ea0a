import { placeOfKey } from '../findings/locate.js';
import type { Fix } from '../findings/diagnostic.js';
import type { Finding } from '../findings/finding.js';
import { fingerprintOf } from '../findings/fingerprint.js';
import { compareFindings } from '../findings/order.js';
import type { LineIndex } from '../documents/positions.js';
import { provenanceOf } from '../documents/provenance.js';
import type { RelatedPlace, ReportedDocument, ReportedFix } from '../report/report.js';
import type { InspectedFile, InspectedObject, VersionJudgement } from '../verdict/inspected.js';
import { isKubernetes } from '../verdict/is-kubernetes.js';
import type { Verdict } from '../verdict/verdict.js';
import type { ExaminedFinding, ExaminedObject, FindingDetails } from './examined.js';

/**
 * When what costs something is worked out: with everything else, or when somebody asks for it, from the file read
 * again.
 */
export type Details = 'at once' | 'when asked';

/** The objects of a file as plain data. */
export function compactObjects({ objects, lines, path }: InspectedFile, details: Details): ExaminedObject[] {
  return objects.map((inspected) => ({
    entry: entryOf(inspected, lines),
    isKubernetes: isKubernetes(inspected),
    findings: joined(inspected.judgements).map(({ finding, versions }, index) =>
      placed(finding, { index, versions, lines, path, details: details === 'at once' ? inspected : undefined }),
    ),
  }));
}

/** A finding, and the versions for which it holds. */
interface Joined {
  readonly finding: Finding;
  readonly versions: readonly string[];
}

/** From the top down, with the same finding for several versions as one. */
function joined(judgements: readonly VersionJudgement[]): Joined[] {
  const all = judgements.flatMap(({ version, findings }) => {
    const versions = [version.name];
    return findings.map((finding): Joined => ({ finding, versions }));
  });
  all.sort((a, b) => compareFindings(a.finding, b.finding));
  return joinEqual(
    all,
    (a, b) => compareFindings(a.finding, b.finding),
    (one, other) => ({
      ...one,
      versions: union(one.versions, other.versions),
    }),
  );
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
  /** The object for which details are worked out at once; undefined: when somebody asks for them. */
  readonly details: Pick<InspectedObject, 'object'> | undefined;
}

/** Of one shape, whatever the stage: every later step reads each of them. */
export function placed(
  finding: Finding,
  { index, versions, lines, path: file, details }: Surroundings,
): ExaminedFinding {
  const { code, stage, severity, message, path, api, range, related } = finding;
  return {
    index,
    code,
    stage,
    severity,
    message,
    path,
    api,
    range: lines.range(range),
    related: related.length === 0 ? nothing : related.map((place) => relatedPlace(place, lines, file)),
    kubernetesVersions: versions,
    details: details && detailsOf(finding, details, lines),
  };
}

function relatedPlace(
  { message, file, range, place }: Finding['related'][number],
  lines: LineIndex,
  here: string,
): RelatedPlace {
  return { message, file: file ?? here, range: place ?? lines.range(range) };
}

function detailsOf(finding: Finding, { object }: Pick<InspectedObject, 'object'>, lines: LineIndex): FindingDetails {
  return {
    fixes: finding.fixes ? finding.fixes().map((fix) => reportedFix(fix, lines)) : nothing,
    fingerprint: fingerprintOf(finding, object),
  };
}

function reportedFix({ title, safety, edits }: Fix, lines: LineIndex): ReportedFix {
  return { title, safety, edits: edits.map(({ range, text }) => ({ range: lines.range(range), text })) };
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
  for (const { version, verdict } of judgements) if (verdict) verdicts[version.name] = verdict;
  return verdicts;
}
