import type { ReportedFile } from '@podlint/engine';

/** An object, document or whole file that was not checked. */
export interface Skip {
  readonly reason: string;
  /** `path`, or `path:line` for part of a file. */
  readonly place: string;
  /** Of an object, or of a file that is none. */
  readonly kind?: string | undefined;
  readonly name?: string | undefined;
}

const examplesShown = 4;

export function skipsOf(files: readonly ReportedFile[]): Skip[] {
  return files.flatMap((file): Skip[] => {
    if (file.skipped !== undefined) return [{ reason: file.skipped, place: file.path }];
    return file.documents.flatMap((document): Skip[] => {
      if (document.skipped === undefined) return [];
      return [
        {
          reason: document.skipped,
          place: `${file.path}:${document.line}`,
          kind: document.format ?? document.kind,
          name: document.name,
        },
      ];
    });
  });
}

/** `120  kind without a pod template (Service 40, ConfigMap 12, ...)`: one line a reason, the commonest first. */
export function skipLines(skips: readonly Skip[]): string[] {
  const groups = countBy(skips, (skip) => skip.reason);
  const columns = String(groups[0]?.members.length ?? 0).length;
  return groups.map(({ key, members }) => `${String(members.length).padStart(columns)}  ${key} (${examples(members)})`);
}

/** One line a skip, for a reader who wants to know each. */
export function everySkip(skips: readonly Skip[]): string[] {
  return skips.map((skip) =>
    [`${skip.place}:`, skip.kind, skip.name, skip.kind ? `(${skip.reason})` : skip.reason].filter(Boolean).join(' '),
  );
}

/** Kinds with their counts where there are kinds, places where there are none. */
function examples(skips: readonly Skip[]): string {
  const named = countBy(skips, (skip) => skip.kind ?? skip.place);
  const shown = named
    .slice(0, examplesShown)
    .map(({ key, members }) => (members[0]!.kind === undefined ? key : `${key} ${members.length}`));
  const hidden = named.length - shown.length;
  return hidden > 0 ? `${shown.join(', ')} and ${hidden} more` : shown.join(', ');
}

function countBy(skips: readonly Skip[], keyOf: (skip: Skip) => string): { key: string; members: Skip[] }[] {
  const groups = new Map<string, Skip[]>();
  for (const skip of skips) {
    const members = groups.get(keyOf(skip));
    if (members) members.push(skip);
    else groups.set(keyOf(skip), [skip]);
  }
  return [...groups].map(([key, members]) => ({ key, members })).sort((a, b) => b.members.length - a.members.length);
}
