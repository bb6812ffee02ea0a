import type { ReportedFile } from '@podlint/engine';
import { number, plural } from './numbers.js';
import { type Column, tableLines } from './table.js';

/** An object, document or whole file that was not checked. */
export interface Skip {
  readonly reason: string;
  /** `path`, or `path:line` for part of a file. */
  readonly place: string;
  /** Of an object, or of a file that is none. */
  readonly kind?: string | undefined;
  readonly name?: string | undefined;
  /** What to call it where it has no kind. */
  readonly part: 'file' | 'document';
}

/** More would hide the line that says how the run ended. */
const mostRows = 8;

export function skipsOf(files: readonly ReportedFile[]): Skip[] {
  return files.flatMap((file): Skip[] => {
    if (file.skipped !== undefined) return [{ reason: file.skipped, place: file.path, part: 'file' }];
    return file.documents.flatMap((document): Skip[] => {
      if (document.skipped === undefined) return [];
      return [
        {
          reason: document.skipped,
          place: `${file.path}:${document.line}`,
          kind: document.format ?? document.kind,
          name: document.name,
          part: 'document',
        },
      ];
    });
  });
}

const columns: readonly Column[] = [{ align: 'left' }, { align: 'right' }, { align: 'left', mayBeCut: true }];

/** A line for each kind of what was not checked, the commonest first, with the reason. */
export function skipTable(skips: readonly Skip[], width: number | undefined): string[] {
  const groups = groupsOf(skips);
  const shown = groups.length > mostRows + 1 ? groups.slice(0, mostRows) : groups;
  const others = groups.slice(shown.length);
  const rows = shown.map(({ what, reason, count }) => [`  ${what}`, number(count), withRemedy(reason)]);
  const rest = others.reduce((sum, { count }) => sum + count, 0);
  if (rest > 0) rows.push([`  ${others.length} more`, number(rest), '--verbose names them']);
  return tableLines(columns, [['not checked', number(skips.length), ''], ...rows], width);
}

/** What is to be done about it, where one option does it. */
function withRemedy(reason: string): string {
  return reason === 'kind without a definition' ? `${reason} (--crds PATH)` : reason;
}

/** One line a skip, for a reader who wants to know each. */
export function everySkip(skips: readonly Skip[]): string[] {
  return skips.map((skip) =>
    [`  ${skip.place}:`, skip.kind, skip.name, skip.kind ? `(${skip.reason})` : skip.reason].filter(Boolean).join(' '),
  );
}

interface SkipGroup {
  readonly what: string;
  readonly reason: string;
  readonly count: number;
}

function groupsOf(skips: readonly Skip[]): SkipGroup[] {
  const groups = new Map<string, SkipGroup>();
  for (const { kind, part, place, reason } of skips) {
    const key = `${kind ?? part}\n${reason}`;
    const count = (groups.get(key)?.count ?? 0) + 1;
    groups.set(key, { what: kind ?? (count === 1 ? place : plural(count, part)), reason, count });
  }
  return [...groups.values()].sort((a, b) => b.count - a.count);
}
