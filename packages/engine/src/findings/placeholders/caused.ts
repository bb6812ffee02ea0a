import type { FieldPath } from '@podlint/field-path';
import { textOf } from '@podlint/messages';
import type { Range, YamlDocument } from '@podlint/syntax';
import { isFreeText } from '../../documents/free-text.js';
import { apiCodes } from '../codes.js';
import type { Finding } from '../finding.js';
import type { Placeholders } from '../../documents/placeholders/pattern.js';

/** A finding that holds only as long as nobody fills in what stands at its place. */
export function isCausedByPlaceholder(
  text: string,
  { stage, path, range, message }: Pick<Finding, 'stage' | 'path' | 'range' | 'message'>,
  placeholders: Placeholders,
): boolean {
  // Kubernetes fills in `$(VAR)` here itself, and what is said of it holds all the same.
  if (stage === 'syntax' || path.segments.includes('subPathExpr')) return false;
  // What a rule says about a command or a variable is about the signs in it, which shells and Kubernetes read
  // themselves.
  if (stage === 'lint' && isFreeText(path.segments)) return false;
  if (hasPlaceholder(text, range, placeholders)) return true;
  return stage === 'api' && (touching(text, range, placeholders).length > 0 || isQuoted(textOf(message), placeholders));
}

function hasPlaceholder(text: string, range: Range, placeholders: Placeholders): boolean {
  return placeholders.mayBeIn(text.slice(range.start, range.end)) && placeholders.within(text, range).length > 0;
}

/** The placeholders of a line that a range on it is a part of: the sign at which an expression cannot be read. */
function touching(text: string, { start, end }: Range, placeholders: Placeholders): Range[] {
  const line = { start: text.lastIndexOf('\n', start - 1) + 1, end: text.indexOf('\n', end) };
  const whole = { ...line, end: line.end < 0 ? text.length : line.end };
  if (!placeholders.mayBeIn(text.slice(whole.start, whole.end))) return [];
  return placeholders.within(text, whole).filter((place) => place.start <= start && end <= place.end && start < end);
}

/** What the server says of one field may be about the value of another one: a Job's name is a label of its Pods. */
function isQuoted(words: string, placeholders: Placeholders): boolean {
  return hasPlaceholder(words, { start: 0, end: words.length }, placeholders);
}

/** The placeholders that a finding is about, in the document that it is about. */
export function placeholdersBehind(
  { text, range: whole }: Pick<YamlDocument, 'text' | 'range'>,
  { range, message }: Pick<Finding, 'range' | 'message'>,
  placeholders: Placeholders,
): Range[] {
  const written = [...placeholders.within(text, range), ...touching(text, range, placeholders)];
  if (written.length > 0) return written;
  const words = textOf(message);
  return placeholders.within(text, whole).filter(({ start, end }) => words.includes(text.slice(start, end)));
}

/** Findings apart: those that placeholders cause, and the rest. */
export function apart(
  text: string,
  findings: readonly Finding[],
  placeholders: Placeholders,
): { readonly caused: readonly Finding[]; readonly rest: readonly Finding[] } {
  const caused = findings.filter((finding) => isCausedByPlaceholder(text, finding, placeholders));
  if (caused.length === 0) return { caused, rest: findings };
  // A rule that looks at the whole may miss the value that is still to come.
  const missing = caused.filter(({ code }) => code === wrongType).flatMap(({ path }) => [path, ...defaultedFrom(path)]);
  const around = new Set(missing.flatMap((path) => path.trail.map(String)));
  const isCaused = new Set(caused);
  const causes = caused.filter(({ stage, code }) => stage === 'api' || code === wrongType);
  return {
    caused,
    rest: findings.filter(
      (finding) =>
        !isCaused.has(finding) &&
        !causes.some((cause) => mayFollow(finding, cause)) &&
        !(finding.stage === 'lint' && around.has(finding.path.toString())),
    ),
  };
}

/** Whether what the server says of a field may follow from the value of another one that nobody knows. */
function mayFollow({ stage, code, path }: Finding, { code: causeCode, path: cause }: Finding): boolean {
  if (stage !== 'api') return false;
  // A selector whose values are no label values cannot be searched with.
  if (causeCode !== wrongType && cause.startsWith(path)) return true;
  // The volume that a mount names.
  if (code === apiCodes.FieldValueNotFound.id) return cause.segments.some((segment) => volumes.has(segment));
  // What a field beside it forbids, asks for in its place, or chooses.
  const isChoice = [code, causeCode].some((id) => id === apiCodes.FieldValueForbidden.id || id === notSupported);
  const isInPlace = causeCode === wrongType && code === apiCodes.FieldValueRequired.id;
  return (isChoice || isInPlace) && path.holder.equals(cause.holder);
}

const wrongType = 'schema/wrong-type';
const notSupported = apiCodes.FieldValueNotSupported.id;

const volumes: ReadonlySet<string | number> = new Set(['volumes', 'volumeClaimTemplates']);

/** A request that is not written is the limit (SetDefaults_Pod in pkg/apis/core/v1/defaults.go). */
function defaultedFrom(path: FieldPath): FieldPath[] {
  const limits = path.trail.find(({ segment, holder }) => segment === 'limits' && holder.segment === 'resources');
  return limits && limits !== path ? [path.rebase(limits, limits.holder.child('requests'))] : [];
}
