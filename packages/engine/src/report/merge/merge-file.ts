import { own } from '@podlint/plain';
import { compareFindings } from '../../findings/order.js';
import type { Verdict } from '../../verdict/verdict.js';
import type { NotShown, ReportedDiagnostic, ReportedDocument, ReportedFile } from '../report.js';
import { MergeError } from './merge-error.js';

/** A file as one of the reports has it. */
export interface FilePart {
  readonly from: string;
  readonly file: ReportedFile;
}

/** One file out of what several reports say of it. A report that skipped it gives way to one that did not. */
export function mergeFile(parts: readonly FilePart[], versions: readonly string[]): ReportedFile {
  const distinct = [...new Map(parts.map((part) => [JSON.stringify(part.file), part])).values()];
  const read = distinct.filter(({ file }) => file.skipped === undefined);
  const [first, ...more] = read.length > 0 ? read : distinct.slice(0, 1);
  return more.reduce((merged, part) => ({ from: first!.from, file: mergeTwo(merged, part, versions) }), first!).file;
}

function mergeTwo(one: FilePart, other: FilePart, versions: readonly string[]): ReportedFile {
  const { path, documents, diagnostics, setAside = 0 } = one.file;
  if (documents.map(identity).join('\n') !== other.file.documents.map(identity).join('\n')) {
    throw new MergeError(
      `"${path}" is not the same file in ${one.from} and in ${other.from}: they have other objects, so the reports are of different states or folders`,
    );
  }
  const aside = Math.max(setAside, other.file.setAside ?? 0);
  const notShown = moreNotShown(one.file.notShown, other.file.notShown);
  return {
    path,
    documents: documents.map((document, index) => mergeDocument(document, other.file.documents[index]!, versions)),
    diagnostics: mergeDiagnostics([...diagnostics, ...other.file.diagnostics], versions),
    ...(aside > 0 && { setAside: aside }),
    ...(notShown && { notShown }),
  };
}

/** Most of what one version leaves out another one does too. */
function moreNotShown(one: NotShown | undefined, other: NotShown | undefined): NotShown | undefined {
  if (!one || !other) return one ?? other;
  return { warnings: Math.max(one.warnings, other.warnings), infos: Math.max(one.infos, other.infos) };
}

function identity({ index, item, line, apiVersion, kind, namespace, name, skipped }: ReportedDocument): string {
  return JSON.stringify([index, item, line, apiVersion, kind, namespace, name, skipped]);
}

function mergeDocument(one: ReportedDocument, other: ReportedDocument, versions: readonly string[]): ReportedDocument {
  if (!one.verdicts || !other.verdicts) return one;
  const verdicts: Readonly<Record<string, Verdict>> = { ...one.verdicts, ...other.verdicts };
  return {
    ...one,
    verdicts: Object.fromEntries(
      versions.flatMap((version) => {
        const verdict = own(verdicts, version);
        return verdict ? [[version, verdict]] : [];
      }),
    ),
  };
}

/** Findings that differ in nothing but their versions are one. */
function mergeDiagnostics(
  diagnostics: readonly ReportedDiagnostic[],
  versions: readonly string[],
): ReportedDiagnostic[] {
  const found = new Map<string, ReportedDiagnostic>();
  for (const diagnostic of diagnostics) {
    const key = JSON.stringify({ ...diagnostic, kubernetesVersions: [] });
    const known = found.get(key)?.kubernetesVersions ?? [];
    found.set(key, {
      ...diagnostic,
      kubernetesVersions: versions.filter(
        (version) => known.includes(version) || diagnostic.kubernetesVersions.includes(version),
      ),
    });
  }
  return [...found.values()].sort((a, b) => compareFindings(ordered(a), ordered(b)));
}

/** With its message as findings have it before they are reported. */
function ordered(diagnostic: ReportedDiagnostic): Parameters<typeof compareFindings>[0] {
  const { messageId: id, data } = diagnostic;
  return { ...diagnostic, message: { id, data } };
}
