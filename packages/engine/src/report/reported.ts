import { plainData, textOf } from '@podlint/messages';
import { docsOf } from '../findings/codes.js';
import type { ExaminedFinding, FindingDetails } from '../pipeline/examined.js';
import { lazily } from './lazily.js';
import type { ReportedDiagnostic, ReportedDocument, ReportedFix } from './report.js';

type Mutable<T> = { -readonly [Name in keyof T]: T[Name] };

/** Most findings are only printed. */
const withFixes = lazily<'fixes', readonly ReportedFix[]>('fixes');
/** Only formats for other programs tell it. */
const withFingerprint = lazily<'fingerprint', string>('fingerprint');

/**
 * A finding as it is reported, about an object.
 * @param later works out the details that were not worked out with the finding
 */
export function reported(
  finding: ExaminedFinding,
  { index, item, source }: Pick<ReportedDocument, 'index' | 'item' | 'source'>,
  later: () => FindingDetails,
): ReportedDiagnostic {
  const { code, stage, severity, message, path, api, range, related, kubernetesVersions, details } = finding;
  return reportedDiagnostic(
    {
      code,
      stage,
      severity,
      message: textOf(message),
      messageId: message.id,
      data: plainData(message.data),
      document: index,
      kubernetesVersions,
      path: printed(finding.code, path),
      range,
      related,
      docs: docsOf(code),
    },
    { item, source, api },
    details ?? later,
  );
}

/** What the server's strict decoder names, it prints in its own way. */
const ofStrictDecoder: ReadonlySet<string> = new Set([
  'schema/unknown-field',
  'schema/misplaced-field',
  'schema/duplicate-key',
]);

function printed(code: string, path: ExaminedFinding['path']): string {
  return ofStrictDecoder.has(code) ? path.toStrictString() : path.toString();
}

type Rare = 'item' | 'source' | 'api';
type Lazy = 'fixes' | 'fingerprint';

/**
 * Completes what is said of a finding. What is rare is added and not spread into a literal: what V8 makes of a spread
 * has a hidden class of its own each time, and is slow to read.
 * @param details a function: they are worked out when somebody asks for them
 */
export function reportedDiagnostic(
  said: Omit<ReportedDiagnostic, Rare | Lazy>,
  { item, source, api }: { readonly [Part in Rare]?: ReportedDiagnostic[Part] | undefined },
  details: FindingDetails | (() => FindingDetails),
): ReportedDiagnostic {
  const diagnostic: Mutable<Omit<ReportedDiagnostic, Lazy>> = said;
  if (item !== undefined) diagnostic.item = item;
  if (source) diagnostic.source = source;
  if (api) diagnostic.api = api;
  if (typeof details === 'object') return Object.assign(diagnostic, details);
  return withFingerprint(
    withFixes(diagnostic, () => details().fixes),
    () => details().fingerprint,
  );
}
