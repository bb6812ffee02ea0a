import type { PositionRange, ReportedDiagnostic, Severity, Tag } from '@podlint/engine';
import { firstSentence } from '@podlint/messages';
import type { SyntaxCode } from '@podlint/syntax';
import type {
  Diagnostic,
  DiagnosticRelatedInformation,
  DiagnosticSeverity,
  DiagnosticTag,
  Range,
} from 'vscode-languageserver-types';
import type { FileView } from './file-view.js';
import { uriOf } from './uris.js';

/** What every reader of YAML finds, so that another server that reads it will say it too. */
export const yamlErrors: ReadonlySet<string> = new Set<SyntaxCode>([
  'schema/list-indent',
  'syntax/missing-space',
  'syntax/bad-indent',
  'syntax/unclosed-quote',
  'syntax/unclosed-bracket',
  'syntax/merge-conflict',
  'syntax/character',
  'syntax/escape',
  'syntax/anchor',
  'syntax/left-out',
  'syntax/invalid',
]);

/** What an editor shows of a file. What did not move since the last time is the same object. */
export function diagnosticsOf({ parts }: FileView, which: 'all' | 'without-yaml-errors' = 'all'): Diagnostic[] {
  const shown: Diagnostic[] = [];
  for (const { diagnostics, by } of parts)
    for (const found of diagnostics)
      if (which === 'all' || !yamlErrors.has(found.code)) shown.push(movedDiagnostic(found, by.lines));
  return shown;
}

/** How each finding was shown last. */
const known = new WeakMap<ReportedDiagnostic, { readonly lines: number; readonly diagnostic: Diagnostic }>();

/** @param lines how far it is moved down; what it relates to is in the same part of the text, or not moved at all */
function movedDiagnostic(found: ReportedDiagnostic, lines: number): Diagnostic {
  const last = known.get(found);
  if (last?.lines === lines) return last.diagnostic;
  const diagnostic = toDiagnostic(found, lines);
  known.set(found, { lines, diagnostic });
  return diagnostic;
}

const tagOf: Readonly<Record<Tag, DiagnosticTag>> = { unnecessary: 1, deprecated: 2 };
const severities: Readonly<Record<Severity, DiagnosticSeverity>> = { error: 1, warning: 2, info: 3, hint: 4 };

/** A list of problems has room for one sentence; the rest of the message is in the hover (finding-parts.ts). */
export function toDiagnostic(found: ReportedDiagnostic, lines = 0): Diagnostic {
  const { code, severity, tags = [], message, range, docs, related } = found;
  return {
    range: toRange(range, lines),
    severity: severities[severity],
    code,
    codeDescription: { href: docs },
    source: 'podlint',
    message: firstSentence(message).first,
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
