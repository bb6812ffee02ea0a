import { versionNote, type PositionRange, type ReportedDiagnostic, type Severity, type Tag } from '@podlint/engine';
import type {
  Diagnostic,
  DiagnosticRelatedInformation,
  DiagnosticSeverity,
  DiagnosticTag,
  Range,
} from 'vscode-languageserver-types';
import type { FileView } from './file-view.js';
import { shortMessage } from './short-message.js';
import type { Together } from './together.js';
import { uriOf } from './uris.js';

const tagOf: Readonly<Record<Tag, DiagnosticTag>> = { unnecessary: 1, deprecated: 2 };
/** What is worth knowing is no problem, and nobody wants it in a list: a hint is in the text only. */
const severities: Readonly<Record<Severity, DiagnosticSeverity>> = { error: 1, warning: 2, info: 4, hint: 4 };

/**
 * A list of problems has room for one sentence; the rest of the message is in the hover (finding-parts.ts). Where
 * several versions are asked for, it says which of them have it.
 */
export function toDiagnostic({ found, holdsFor }: Together, versions: FileView['versions'], lines = 0): Diagnostic {
  const note = versionNote(
    holdsFor,
    versions.map(({ name }) => name),
  );
  const { code, severity, tags = [], message, range, docs, related } = found;
  return {
    range: toRange(range, lines),
    severity: severities[severity],
    code,
    codeDescription: { href: docs },
    source: 'podlint',
    message: shortMessage(message).short + (note && ` (${note})`),
    ...(tags.length > 0 && { tags: tags.map((tag) => tagOf[tag]) }),
    ...(related.length > 0 && { relatedInformation: related.map((place) => toRelated(place, lines)) }),
  };
}

function toRelated(
  { message, file, range }: ReportedDiagnostic['related'][number],
  lines: number,
): DiagnosticRelatedInformation {
  return { message, location: { uri: uriOf(file), range: toRange(range, lines) } };
}

export function toRange({ start, end }: PositionRange, lines = 0): Range {
  return {
    start: { line: start.line - 1 + lines, character: start.column - 1 },
    end: { line: end.line - 1 + lines, character: end.column - 1 },
  };
}
