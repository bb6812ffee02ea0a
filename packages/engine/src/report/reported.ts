import { plainData, textOf } from '@podlint/messages';
import { docsOf } from '../findings/codes.js';
import type { AllDetails, ExaminedFinding, FindingDetails } from '../pipeline/examined.js';
import { lazily } from './lazily.js';
import type { Followed } from '../findings/finding.js';
import type { ReportedDiagnostic, ReportedDocument, ReportedFollowed } from './report.js';

type Mutable<T> = { -readonly [Name in keyof T]: T[Name] };

/** Most findings are only printed. */
const withDetails = lazily<AllDetails>('fixes', 'choices', 'fingerprint');
/** Only editors and formats for other programs tell all of them. */
const withChoices = lazily<Pick<AllDetails, 'choices'>>('choices');

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
  const { container, follows, provisional, builds } = finding;
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
    {
      item,
      source,
      builds,
      api,
      tags,
      container,
      follows: follows.length === 0 ? undefined : follows.map(reportedFollowed),
      provisional: provisional ? true : undefined,
    },
    { known: details, later },
  );
}

/** What the server's strict decoder names, it prints in its own way. */
const ofStrictDecoder: ReadonlySet<string> = new Set([
  'schema/unknown-field',
  'schema/misplaced-field',
  'schema/duplicate-key',
]);

function reportedFollowed({ code, severity, path, api }: Followed): ReportedFollowed {
  return { code, severity, path: printed(code, path), ...(api && { api }) };
}

function printed(code: string, path: ExaminedFinding['path']): string {
  return ofStrictDecoder.has(code) ? path.toStrictString() : path.toString();
}

type Rare = 'item' | 'source' | 'builds' | 'api' | 'tags' | 'container' | 'follows' | 'provisional';
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
  rare: { readonly [Part in Rare]?: ReportedDiagnostic[Part] | undefined },
  { known, later }: DetailSources,
): ReportedDiagnostic {
  const { item, source, builds, api, tags, container, follows, provisional } = rare;
  const diagnostic: Mutable<Omit<ReportedDiagnostic, Lazy>> = said;
  if (item !== undefined) diagnostic.item = item;
  if (source) diagnostic.source = source;
  if (builds) diagnostic.builds = builds;
  if (api) diagnostic.api = api;
  if (tags) diagnostic.tags = tags;
  if (container !== undefined) diagnostic.container = container;
  if (follows) diagnostic.follows = follows;
  if (provisional) diagnostic.provisional = provisional;
  return known ? withKnown(diagnostic, known, later) : withDetails(diagnostic, later);
}

function withKnown(
  diagnostic: Omit<ReportedDiagnostic, Lazy>,
  { fixes, fingerprint, choices, choicesLater }: FindingDetails,
  later: () => AllDetails,
): ReportedDiagnostic {
  if (choices) return Object.assign(diagnostic, { fixes, choices, fingerprint });
  return withChoices(
    Object.assign(diagnostic, { fixes, fingerprint }),
    choicesLater ? (): Pick<AllDetails, 'choices'> => ({ choices: choicesLater() }) : later,
  );
}
