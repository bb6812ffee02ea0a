import type { Verdict } from '@podlint/engine';
import { own } from '@podlint/plain';
import type { DocumentView, FileView, ObjectView } from '../service/file-view.js';
import { plain } from './hover/markdown.js';
import { patchedBuilds, rootOf } from './lens/build-lens.js';
import { isRefused, verdictWords } from './verdict-words.js';

/** What the API server of each version would say to a file, short enough for a status bar. */
export interface Status {
  /** `Kubernetes 1.36: accepted`; what was not checked is told: `accepted, 1 not checked` */
  readonly text: string;
  /** The verdict of each object, as Markdown. */
  readonly tooltip: string;
  /** `unchecked`: no object of the file is of a kind that is judged. */
  readonly verdict: 'accepted' | 'rejected' | 'unchecked';
}

interface Row {
  readonly subject: string;
  /** By the names of versions; empty for what is not judged. */
  readonly verdicts: Readonly<Record<string, Verdict>>;
  readonly skipped?: string | undefined;
}

/** A tooltip is no report. */
const mostRows = 20;

export function statusOf(file: FileView): Status {
  const versions = file.versions.map(({ name }) => name);
  const rows = builtRows(file) ?? file.documents.flatMap((document) => rowsOf(file, document));
  const judged = rows.filter(({ verdicts }) => Object.keys(verdicts).length > 0);
  const against = versions.filter((version) => judged.some(({ verdicts }) => own(verdicts, version) !== 'accept'));
  const verdict = judged.length === 0 ? 'unchecked' : against.length > 0 ? 'rejected' : 'accepted';
  const by = verdict === 'rejected' && against.length < versions.length ? ` by ${against.join(', ')}` : '';
  const count =
    verdict === 'rejected' && judged.length > 1
      ? `${judged.filter(({ verdicts }) => isRefused(verdicts)).length} of ${judged.length} `
      : '';
  const left = rows.length - judged.length;
  const unchecked = verdict !== 'unchecked' && left > 0 ? `, ${left} not checked` : '';
  return {
    text: `Kubernetes ${versions.join(', ')}: ${count}${verdict === 'unchecked' ? 'not checked' : verdict}${by}${unchecked}`,
    tooltip: tooltip(rows, versions),
    verdict,
  };
}

/** Of a kustomization count the objects that it makes, of a patch those of the builds that it is for. */
function builtRows(file: FileView): Row[] | undefined {
  const root = rootOf(file);
  const roots = root ? [root] : patchedBuilds(file);
  if (roots.length === 0) return undefined;
  return roots
    .flatMap(({ objects }) => objects)
    .map(({ entry: { kind = 'Object', name, verdicts = {}, skipped } }) => ({
      subject: [kind, name].filter(Boolean).join(' '),
      verdicts,
      skipped,
    }));
}

function rowsOf({ text, versions }: FileView, { document, objects }: DocumentView): Row[] {
  if (document.problems.length === 0) return objects.map(rowOf);
  const line = text.positionAt(document.range.start).line + 1;
  return [
    {
      subject: `Document at line ${line}`,
      verdicts: Object.fromEntries(versions.map(({ name }) => [name, 'undecodable'])),
    },
  ];
}

function rowOf({ description: { kind, resembles }, name, verdicts, skipped }: ObjectView): Row {
  return { subject: [kind ?? resembles?.kind ?? 'Object', name].filter(Boolean).join(' '), verdicts, skipped };
}

function tooltip(rows: readonly Row[], versions: readonly string[]): string {
  const lines = rows
    .slice(0, mostRows)
    .map(({ subject, verdicts, skipped }) => [
      subject,
      ...versions.map((version) => verdictText(own(verdicts, version), skipped)),
    ]);
  const table = [['', ...versions], versions.concat('').map(() => '---'), ...lines].map(
    (cells) => `| ${cells.map(cell).join(' | ')} |`,
  );
  const more = rows.length > mostRows ? [`and ${rows.length - mostRows} more`] : [];
  return ['**Would the API server take it?**', table.join('\n'), ...more].join('\n\n');
}

function verdictText(verdict: Verdict | undefined, skipped: string | undefined): string {
  return verdict ? verdictWords[verdict] : `not checked${skipped ? ` (${skipped})` : ''}`;
}

/** A name may hold anything. */
function cell(text: string): string {
  return text === '---' ? text : plain(text);
}
