import { plainData, textOf } from '@podlint/messages';
import { docsOf } from '../findings/codes.js';
import type { AllDetails, ExaminedFinding, FindingDetails } from '../pipeline/examined.js';
import { lazily } from './lazily.js';
import type { ReportedChoice, ReportedDiagnostic, ReportedDocument, ReportedFix } from './report.js';

type Mutable<T> = { -readonly [Name in keyof T]: T[Name] };

/** Most findings are only printed. */
const withFixes = lazily<'fixes', readonly ReportedFix[]>('fixes');
/** Only editors and formats for other programs tell all of them. */
const withChoices = lazily<'choices', readonly ReportedChoice[]>('choices');
/** Only formats for other programs tell it. */
const withFingerprint = lazily<'fingerprint', string>('fingerprint');

/**
 * A finding as it is reported, about an object.
 * @param later works out the details that were not worked out with the finding
 */
export function reported(
  finding: ExaminedFinding,
  { index, item, source }: Pick<ReportedDocument, 'index' | 'item' | 'source'>,
  later: () => AllDetails,
): ReportedDiagnostic {
  const { code, stage, severity, tags, message, path, api, range, related, kubernetesVersions, details } = finding;
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
    { item, source, api, tags },
    { known: details, later },
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

type Rare = 'item' | 'source' | 'api' | 'tags';
type Lazy = keyof FindingDetails;

interface DetailSources {
  /** Those that were worked out with the finding. */
  readonly known?: FindingDetails | undefined;
  /** Works out the others when somebody asks for them. */
  readonly later: () => AllDetails;
}

/**
 * Completes what is said of a finding. What is rare is added and not spread into a literal: what V8 makes of a spread
 * has a hidden class of its own each time, and is slow to read.
 */
export function reportedDiagnostic(
  said: Omit<ReportedDiagnostic, Rare | Lazy>,
  { item, source, api, tags }: { readonly [Part in Rare]?: ReportedDiagnostic[Part] | undefined },
  details: DetailSources,
): ReportedDiagnostic {
  const diagnostic: Mutable<Omit<ReportedDiagnostic, Lazy>> = said;
  if (item !== undefined) diagnostic.item = item;
  if (source) diagnostic.source = source;
  if (api) diagnostic.api = api;
  if (tags) diagnostic.tags = tags;
  return withDetails(diagnostic, details);
}

function withDetails(diagnostic: Omit<ReportedDiagnostic, Lazy>, { known, later }: DetailSources): ReportedDiagnostic {
  const { fixes, fingerprint, choices } = known ?? {};
  if (fixes && fingerprint !== undefined)
    return choices
      ? Object.assign(diagnostic, { fixes, choices, fingerprint })
      : withChoices(Object.assign(diagnostic, { fixes, fingerprint }), () => later().choices);
  return withFingerprint(
    withChoices(
      withFixes(diagnostic, () => later().fixes),
      () => later().choices,
    ),
    () => later().fingerprint,
  );
}
