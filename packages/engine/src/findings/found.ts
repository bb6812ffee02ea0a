import { compareMessages } from './compare-messages.js';
import { compareText } from './compare-text.js';
import type { SourceObject } from '../documents/objects.js';
import type { Provenance } from '../report/report.js';
import type { Finding } from './finding.js';

/** A finding about an object of a file, and the versions for which it holds. */
export interface Found {
  readonly finding: Finding;
  /** Index of the document in its file, from 0. */
  readonly document: number;
  /** Index inside a `List`. */
  readonly item: number | undefined;
  /** What it is about; undefined where no object could be read. */
  readonly object: SourceObject | undefined;
  readonly source: Provenance | undefined;
  readonly versions: readonly string[];
}

/**
 * From the top of the file down, with the same finding for several versions as one. Versions come in the order of
 * `all`.
 */
export function sortedAndJoined(all: Found[]): Found[] {
  all.sort(({ finding: a }, { finding: b }) => compareFindings(a, b));
  const joined: Found[] = [];
  for (const found of all) {
    const last = joined.at(-1);
    if (last && isSame(last, found))
      joined[joined.length - 1] = { ...last, versions: union(last.versions, found.versions) };
    else joined.push(found);
  }
  return joined;
}

function isSame(a: Found, b: Found): boolean {
  return a.document === b.document && a.item === b.item && compareFindings(a.finding, b.finding) === 0;
}

function union(names: readonly string[], others: readonly string[]): readonly string[] {
  const added = others.filter((name) => !names.includes(name));
  return added.length === 0 ? names : [...names, ...added];
}

/** By their places; what stands at one place goes by its code, path and message, and the server's words for it. */
function compareFindings(a: Finding, b: Finding): number {
  return (
    a.range.start - b.range.start ||
    a.range.end - b.range.end ||
    compareText(a.code, b.code) ||
    compareText(a.path, b.path) ||
    compareMessages(a.message, b.message) ||
    compareText(a.api?.type ?? '', b.api?.type ?? '') ||
    compareText(a.api?.field ?? '', b.api?.field ?? '')
  );
}
