import { own, setOwn } from '@podlint/plain';
import type { ReportedDocument } from '../report/report.js';
import type { Verdict } from '../verdict/verdict.js';

type Said = Pick<ReportedDocument, 'verdicts' | 'skipped'>;

const order: readonly Verdict[] = ['accept', 'reject', 'unserved', 'undecodable'];

/** What is said of an object that several builds make: the worst. */
export function worstOf(a: Said | undefined, b: Said): Said {
  if (!a?.verdicts) return b.verdicts ? b : (a ?? b);
  if (!b.verdicts) return a;
  const verdicts: Record<string, Verdict> = { ...a.verdicts };
  for (const [version, verdict] of Object.entries(b.verdicts)) {
    const other = own(verdicts, version) ?? verdict;
    setOwn(verdicts, version, order.indexOf(verdict) > order.indexOf(other) ? verdict : other);
  }
  return { verdicts };
}

/** An entry with another answer. */
export function entryWith(entry: ReportedDocument, said: Said): ReportedDocument {
  const { verdicts: _verdicts, skipped: _skipped, ...rest } = entry;
  return { ...rest, ...said };
}
