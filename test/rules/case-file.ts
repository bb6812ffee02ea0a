/**
 * A case of a rule: a manifest with markers, comment lines below the line they speak of.
 *
 *     privileged: true
 *     #           ^^^^ warn privileged      the place, the level, the key of the message
 *     #~ warn missing                       the first word of the line above, where a caret has no room for it
 *
 * A place of several lines has one caret below its start.
 *
 * Header comments set the case up: `# options: {...}` (turns the rule on with them), `# version: 1.29`, `# path:
 * dir/name.yaml`, `# only: Pod` (the finding depends on the kind, so the case is not wrapped into other kinds).
 * A file may hold `# file: other.yaml` lines, from which on it is another file of the run.
 *
 * What a fix makes of `cases/<name>.yaml` stands beside it: in `<name>.fixed.yaml` what fixes of the safety in the rule's
 * metadata make (`fix: 'safe'`: with `--fix`; `fix: 'unsafe'`: only with `--fix-unsafe`), in `<name>.fixed-unsafe.yaml`
 * what `--fix-unsafe` makes where the metadata say safe and it makes more. Markers stay where they are.
 */
import type { ReportedDiagnostic } from 'podlint';

export interface Marker {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly length: number;
  readonly level: string;
  readonly message: string;
}

/** One file of a case. */
export interface CaseText {
  readonly path: string;
  readonly text: string;
}

export interface CaseFile {
  readonly files: readonly CaseText[];
  readonly markers: readonly Marker[];
  readonly version?: string;
  readonly options?: unknown;
  readonly only?: string;
}

const markerPattern = /^(\s*#\s*)(\^+)\s+(error|warn|info)\s+([\w-]+)\s*$/;
const tildePattern = /^\s*#~\s+(error|warn|info)\s+([\w-]+)\s*$/;
const headerPattern = /^# (options|version|path|only): (.*)$/gm;

export function readCase(text: string): CaseFile {
  const headers = Object.fromEntries(
    [...text.matchAll(headerPattern)].map((match) => [match[1], match[2]!.trim()]),
  ) as Partial<Record<'options' | 'version' | 'path' | 'only', string>>;
  const files = splitFiles(text, headers.path ?? 'case.yaml');
  return {
    files,
    markers: files.flatMap(({ path, text: content }) => markersOf(path, content)),
    ...(headers.version ? { version: headers.version } : {}),
    ...(headers.options ? { options: JSON.parse(headers.options) as unknown } : {}),
    ...(headers.only ? { only: headers.only } : {}),
  };
}

/** The files of a text with `# file:` lines; `first`: the path of what stands before any. */
export function splitFiles(text: string, first: string): CaseText[] {
  const parts = text.split(/^# file: (.*)\n/m);
  const files = [{ path: first, text: parts[0]! }];
  for (let i = 1; i < parts.length; i += 2) files.push({ path: parts[i]!.trim(), text: parts[i + 1]! });
  return files.filter((file) => file.text.trim() !== '');
}

function markersOf(file: string, text: string): Marker[] {
  const markers: Marker[] = [];
  let spokenOf = 0;
  const lines = text.split(/\r?\n/);
  for (const [index, line] of lines.entries()) {
    const caret = markerPattern.exec(line);
    const tilde = tildePattern.exec(line);
    if (caret)
      markers.push({
        file,
        line: spokenOf + 1,
        column: caret[1]!.length + 1,
        length: caret[2]!.length,
        level: caret[3]!,
        message: caret[4]!,
      });
    else if (tilde)
      markers.push({ file, line: spokenOf + 1, ...firstWord(lines[spokenOf]!), level: tilde[1]!, message: tilde[2]! });
    else spokenOf = index;
  }
  return markers;
}

function firstWord(line: string): { column: number; length: number } {
  const match = /^(\s*(?:- )*)([\w./-]+)/.exec(line.replace('\ufeff', ''));
  return { column: (match?.[1]?.length ?? 0) + 1, length: match?.[2]?.length ?? 0 };
}

export function describeMarker({ file, line, column, length, level, message }: Marker): string {
  return `${file}:${line}:${column}+${length} ${level} ${message}`;
}

const levelOf: Record<ReportedDiagnostic['severity'], string> = {
  error: 'error',
  warning: 'warn',
  info: 'info',
  hint: 'info',
};

export function describeFinding(file: string, { range, severity, messageId }: ReportedDiagnostic): string {
  const length = range.start.line === range.end.line ? range.end.column - range.start.column : 1;
  return `${file}:${range.start.line}:${range.start.column}+${length} ${levelOf[severity]} ${messageId}`;
}
