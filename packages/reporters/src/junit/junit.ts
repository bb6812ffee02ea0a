import {
  objectName,
  placeInFile,
  type ReportedDiagnostic,
  type ReportedDocument,
  type ReportedFile,
} from '@podlint/engine';
import { addTo } from '@podlint/plain';
import type { Reporter, ReporterOptions } from '../reporter.js';
import { element, textElement } from './xml.js';

/** An object, or a file of which none was read. */
interface TestCase {
  readonly name: string;
  readonly line: number | undefined;
  readonly skipped: string | undefined;
  readonly findings: readonly ReportedDiagnostic[];
}

interface TestSuite {
  readonly path: string;
  readonly setAside: number | undefined;
  readonly cases: readonly TestCase[];
}

/**
 * JUnit XML, in the form that Jenkins and GitLab read: a suite for each file, a case for each object, a failure for
 * each finding.
 */
export const junit: Reporter = (report, options) => {
  const suites = report.files.map((file) => suiteOf(file, options));
  const all = suites.flatMap(({ cases }) => cases);
  const root = element('testsuites', { name: report.tool.name, ...counts(all) }, suites.flatMap(suiteElement));
  return `${['<?xml version="1.0" encoding="UTF-8"?>', ...root].join('\n')}\n`;
};

function suiteOf(file: ReportedFile, { detail, repositoryPath = (path) => path }: ReporterOptions): TestSuite {
  const shown = file.diagnostics.filter(({ severity }) => detail !== 'quiet' || severity === 'error');
  const byObject = new Map<string, ReportedDiagnostic[]>();
  for (const finding of shown) addTo(byObject, placeInFile(finding.document, finding.item), finding);
  const cases = file.documents.map((document) =>
    caseOf(document, byObject.get(placeInFile(document.index, document.item)) ?? []),
  );
  const whole =
    file.skipped === undefined ? [] : [{ name: 'file', line: undefined, skipped: file.skipped, findings: [] }];
  return { path: repositoryPath(file.path), setAside: file.setAside, cases: distinct([...whole, ...cases]) };
}

function caseOf(document: ReportedDocument, findings: readonly ReportedDiagnostic[]): TestCase {
  const { index, line, skipped, namespace } = document;
  const name = [
    objectName(document) || `document ${index + 1}`,
    ...(namespace === undefined ? [] : [`in ${namespace}`]),
  ].join(' ');
  return { name, line, skipped, findings };
}

/** Platforms compare runs by these names, so lines do not belong into them; a count tells equals apart. */
function distinct(cases: readonly TestCase[]): TestCase[] {
  const counts = new Map<string, number>();
  return cases.map((one) => {
    const count = (counts.get(one.name) ?? 0) + 1;
    counts.set(one.name, count);
    return count === 1 ? one : { ...one, name: `${one.name} (${count})` };
  });
}

function counts(cases: readonly TestCase[]): { tests: number; failures: number; errors: number; skipped: number } {
  return {
    tests: cases.length,
    failures: cases.filter(({ findings }) => findings.length > 0).length,
    errors: 0,
    skipped: cases.filter(isSkipped).length,
  };
}

/** Findings in what the server was not asked about are told as what they are. */
function isSkipped({ skipped, findings }: TestCase): boolean {
  return skipped !== undefined && findings.length === 0;
}

function suiteElement({ path, setAside, cases }: TestSuite): string[] {
  const properties =
    setAside === undefined
      ? []
      : element('properties', {}, element('property', { name: 'findings set aside by the baseline', value: setAside }));
  return element('testsuite', { name: path, ...counts(cases) }, [
    ...properties,
    ...cases.flatMap((one) => caseElement(one, path)),
  ]);
}

function caseElement(one: TestCase, path: string): string[] {
  const { name, line, skipped, findings } = one;
  const content = isSkipped(one)
    ? element('skipped', { message: skipped })
    : [...findings.flatMap((finding) => failure(finding, path)), ...systemOut(one, path)];
  return element('testcase', { name, classname: path, file: path, line }, content);
}

function failure(finding: ReportedDiagnostic, path: string): string[] {
  return textElement('failure', { message: finding.message, type: finding.code }, findingText(finding, path));
}

/** Jenkins shows one failure of a case and no other, so that several are told once more. */
function systemOut({ skipped, findings }: TestCase, path: string): string[] {
  const lines = [
    ...(skipped === undefined ? [] : [`not checked: ${skipped}`]),
    ...(findings.length > 1 ? findings.map((finding) => findingText(finding, path)) : []),
  ];
  return lines.length === 0 ? [] : textElement('system-out', {}, lines.join('\n\n'));
}

function findingText({ range, severity, code, message, docs }: ReportedDiagnostic, path: string): string {
  return `${path}:${range.start.line}:${range.start.column} ${severity} ${code}\n${message}\n${docs}`;
}
