import {
  objectOf,
  type ReportedChoice,
  type ReportedDiagnostic,
  type ReportedDocument,
  type ReportedFix,
} from '@podlint/engine';
import type { ArtifactChange, Fix, Location, LogicalLocation, Result } from 'sarif';
import type { CodeDescription } from '../reporter.js';
import { visible } from '../sanitize.js';
import type { Placed } from '../severities.js';
import { levelOf } from './level.js';
import { messageReference } from './message.js';
import { artifactLocation, location, region } from './location.js';

type Named = (path: string) => string;

interface ResultContext extends Pick<CodeDescription, 'messages'> {
  readonly ruleIndex: number;
  /** A path as seen from the top of the repository. */
  readonly named: Named;
}

export function resultOf(
  { diagnostic, file, fingerprint }: Placed,
  { ruleIndex, messages, named }: ResultContext,
): Result {
  const { code, severity, range, related, kubernetesVersions, path, api } = diagnostic;
  const fixes = alternatives(diagnostic, named(file.path));
  const logicalLocations = logicalLocationsOf(objectOf(diagnostic, file), path);
  return {
    ruleId: code,
    ruleIndex,
    level: levelOf[severity],
    message: { text: messageText(diagnostic), ...messageReference(diagnostic, messages) },
    locations: [{ ...location(named(file.path), range), ...(logicalLocations.length > 0 && { logicalLocations }) }],
    partialFingerprints: { 'podlint/v1': fingerprint() },
    ...(related.length > 0 && {
      relatedLocations: related.map((place, index) => relatedLocation(place, index, named)),
    }),
    ...(fixes.length > 0 && { fixes }),
    properties: { kubernetesVersions, path, ...(api && { api }) },
  };
}

/** Viewers show a related place where the message links to it (SARIF 2.1.0, 3.11.6). */
function messageText({ message, related }: ReportedDiagnostic): string {
  const links = related.map((place, index) => `[${visible(place.message).replace(/[[\]\\]/g, '\\$&')}](${index + 1})`);
  return [visible(message), ...links].join('\n');
}

function relatedLocation(
  { file, message, range }: ReportedDiagnostic['related'][number],
  index: number,
  named: Named,
): Location {
  return { id: index + 1, ...location(named(file), range), message: { text: visible(message) } };
}

function logicalLocationsOf(object: ReportedDocument | undefined, path: string): LogicalLocation[] {
  if (object?.kind === undefined) return [];
  const { kind, namespace, name } = object;
  const fullyQualifiedName = [namespace, kind, name, path]
    .filter((part) => part !== undefined && part !== '')
    .join('/');
  return [
    {
      ...(name !== undefined && { name: visible(name) }),
      fullyQualifiedName: visible(fullyQualifiedName),
      kind: 'resource',
    },
  ];
}

/**
 * Every fix is one of several ways (3.27.30), whoever is to go it: what needs a person's choice says so in its words and
 * its properties.
 */
function alternatives({ fixes, choices }: ReportedDiagnostic, path: string): Fix[] {
  return [...fixes.map((fix) => fixOf(fix, path)), ...choices.map((choice) => choiceOf(choice, path))];
}

function fixOf(fix: ReportedFix, path: string): Fix {
  return {
    description: { text: visible(fix.title) },
    artifactChanges: [artifactChange(fix, path)],
    properties: { safety: fix.safety },
  };
}

function choiceOf(choice: ReportedChoice, path: string): Fix {
  return {
    description: { text: `Choice: ${visible(choice.title)}` },
    artifactChanges: [artifactChange(choice, choice.edits[0]?.file ?? path)],
    properties: { choice: true, ...(choice.preferred && { preferred: true }) },
  };
}

function artifactChange({ edits }: Pick<ReportedFix | ReportedChoice, 'edits'>, path: string): ArtifactChange {
  const replacements = edits.map(({ range, text }) => ({ deletedRegion: region(range), insertedContent: { text } }));
  return { artifactLocation: artifactLocation(path), replacements };
}
