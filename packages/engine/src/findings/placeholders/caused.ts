import type { FieldPath } from '@podlint/field-path';
import { textOf, type Message } from '@podlint/messages';
import { pushAll } from '@podlint/plain';
import type { Range } from '@podlint/syntax';
import { isFreeText } from '../../documents/free-text.js';
import { apiCodes } from '../codes.js';
import type { Finding } from '../finding.js';
import type { Piece, Placeholders } from '../../documents/placeholders/pattern.js';

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
  if (stage !== 'api') return false;
  return touching(text, range, placeholders).length > 0 || quotedIn(message, placeholders).length > 0;
}

function hasPlaceholder(text: string, range: Range, placeholders: Placeholders): boolean {
  return placeholders.mayBeIn(text.slice(range.start, range.end)) && placeholders.within(text, range).length > 0;
}

/** A placeholder is looked for so far around a place. */
const longest = 200;

/** The placeholders that a range is a part of: the sign at which an expression cannot be read. */
function touching(text: string, { start, end }: Range, placeholders: Placeholders): Range[] {
  const around = { start: Math.max(0, start - longest), end: end + longest };
  if (start === end || !placeholders.mayBeIn(text.slice(around.start, around.end))) return [];
  return placeholders.within(text, around).filter((place) => place.start <= start && end <= place.end);
}

/** The placeholders that stand at the places of findings, and the first of each that one only quotes. */
export function placeholdersBehind(
  { text, range: whole }: Piece,
  findings: readonly Pick<Finding, 'range' | 'message'>[],
  placeholders: Placeholders,
): Range[] {
  const places: Range[] = [];
  const quoted = new Set<string>();
  for (const { range, message } of findings) {
    const written = [...placeholders.within(text, range), ...touching(text, range, placeholders)];
    pushAll(places, written);
    if (written.length === 0) for (const name of quotedIn(message, placeholders)) quoted.add(name);
  }
  if (quoted.size === 0) return places;
  const elsewhere = placeholders.within(text, whole).filter(({ start, end }) => quoted.delete(text.slice(start, end)));
  return [...places, ...elsewhere];
}

/** What the server says of one field may be about the value of another one: a Job's name is a label of its Pods. */
function quotedIn(message: Message, placeholders: Placeholders): string[] {
  const words = textOf(message);
  if (!placeholders.mayBeIn(words)) return [];
  return placeholders.within(words, { start: 0, end: words.length }).map(({ start, end }) => words.slice(start, end));
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
  const isFollowing = followingFrom(caused.filter(({ stage, code }) => stage === 'api' || code === wrongType));
  return {
    caused,
    rest: findings.filter(
      (finding) =>
        !isCaused.has(finding) &&
        !isFollowing(finding) &&
        !(finding.stage === 'lint' && around.has(finding.path.toString())),
    ),
  };
}

/** Whether what the server says of a field may follow from other ones whose values nobody knows. */
function followingFrom(causes: readonly Finding[]): (finding: Finding) => boolean {
  const unreadable = causes.filter(({ code }) => code === wrongType);
  const unfit = causes.filter(({ code }) => code !== wrongType);
  const wholes = new Set(unfit.flatMap(({ path }) => ['', ...path.trail.map(String)]));
  const isOfVolume = causes.some(({ path }) => path.segments.some((segment) => volumes.has(segment)));
  const structs = holdersOf(causes);
  const choosing = holdersOf(causes.filter(({ code }) => isChoice(code)));
  const incomplete = holdersOf(unreadable);
  return ({ stage, code, path }) => {
    if (stage !== 'api') return false;
    // A selector whose values are no label values cannot be searched with.
    if (wholes.has(path.toString())) return true;
    // The volume that a mount names.
    if (code === apiCodes.FieldValueNotFound.id) return isOfVolume;
    // What a field beside it forbids, chooses, or asks for in its place.
    const struct = path.holder.toString();
    const isAskedFor = code === apiCodes.FieldValueRequired.id && incomplete.has(struct);
    return choosing.has(struct) || isAskedFor || (isChoice(code) && structs.has(struct));
  };
}

function holdersOf(findings: readonly Finding[]): ReadonlySet<string> {
  return new Set(findings.map(({ path }) => path.holder.toString()));
}

function isChoice(code: string): boolean {
  return code === apiCodes.FieldValueForbidden.id || code === notSupported;
}

const wrongType = 'schema/wrong-type';
const notSupported = apiCodes.FieldValueNotSupported.id;

const volumes: ReadonlySet<string | number> = new Set(['volumes', 'volumeClaimTemplates']);

/** A request that is not written is the limit (SetDefaults_Pod in pkg/apis/core/v1/defaults.go). */
function defaultedFrom(path: FieldPath): FieldPath[] {
  const limits = path.trail.find(({ segment, holder }) => segment === 'limits' && holder.segment === 'resources');
  return limits && limits !== path ? [path.rebase(limits, limits.holder.child('requests'))] : [];
}
