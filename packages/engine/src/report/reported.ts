import { plainData, textOf } from '@podlint/messages';
import { docsOf } from '../findings/codes.js';
import type { Fix } from '../findings/diagnostic.js';
import { fingerprintOf } from '../findings/fingerprint.js';
import type { Found } from '../findings/found.js';
import { lazily } from './lazily.js';
import type { LineIndex } from './positions.js';
import type { RelatedPlace, ReportedDiagnostic, ReportedFix } from './report.js';
import type { Finding } from '../findings/finding.js';

type Mutable<T> = { -readonly [Name in keyof T]: T[Name] };

const nothing: readonly never[] = [];
/** Most findings are only printed. */
const withFixes = lazily<'fixes', readonly ReportedFix[]>('fixes');
/** Only formats for other programs tell it. */
const withFingerprint = lazily<'fingerprint', string>('fingerprint');

/** What was found in a file, with lines and columns, which `here` counts for that file. */
export function reported(
  { finding, document, item, object, source, versions }: Found,
  here: LineIndex,
  file: string,
): ReportedDiagnostic {
  const { code, stage, severity, message, path, api, range, related, fixes } = finding;
  return reportedDiagnostic(
    {
      code,
      stage,
      severity,
      message: textOf(message),
      messageId: message.id,
      data: plainData(message.data),
      document,
      kubernetesVersions: versions,
      path,
      range: here.range(range),
      related: related.length === 0 ? nothing : related.map((place) => relatedPlace(place, here, file)),
      docs: docsOf(code),
    },
    { item, source, api },
    fixes && (() => fixes().map((fix) => reportedFix(fix, here))),
    () => fingerprintOf(finding, object),
  );
}

type Rare = 'item' | 'source' | 'api';
type Lazy = 'fixes' | 'fingerprint';

/**
 * Completes what is said of a finding. What is rare is added and not spread into a literal: what V8 makes of a spread
 * has a hidden class of its own each time, and is slow to read.
 * @param fixes made when somebody asks for them; undefined: there are none
 */
export function reportedDiagnostic(
  said: Omit<ReportedDiagnostic, Rare | Lazy>,
  { item, source, api }: Pick<ReportedDiagnostic, Rare>,
  fixes: (() => readonly ReportedFix[]) | undefined,
  fingerprint: () => string,
): ReportedDiagnostic {
  const diagnostic: Mutable<Omit<ReportedDiagnostic, Lazy>> = said;
  if (item !== undefined) diagnostic.item = item;
  if (source) diagnostic.source = source;
  if (api) diagnostic.api = api;
  return withFingerprint(
    fixes ? withFixes(diagnostic, fixes) : Object.assign(diagnostic, { fixes: nothing }),
    fingerprint,
  );
}

function relatedPlace(
  { message, file, range, place }: Finding['related'][number],
  lines: LineIndex,
  here: string,
): RelatedPlace {
  return { message, file: file ?? here, range: place ?? lines.range(range) };
}

function reportedFix({ title, safety, edits }: Fix, lines: LineIndex): ReportedFix {
  return { title, safety, edits: edits.map(({ range, text }) => ({ range: lines.range(range), text })) };
}
