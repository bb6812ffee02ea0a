import type { FieldPath } from '@podlint/field-path';
import type { Failure } from './check.js';
import { moveFix, renameFix } from './fixes.js';
import { levelKind, levelName } from './level-names.js';
import type { ProblemFix, RelatedRange, SchemaProblem } from './problem.js';
import type { Level } from './relocate.js';
import { keyProblem } from './report.js';
import { keyRangeOf, nodeAt, type ObjectSource } from './source.js';
import { definitionOf } from './structure.js';
import type { Target } from './targets.js';

/** More structs than this are not made up to have a place for a field. */
const mostMissing = 1;

/** How many levels a message names, and how many moves are offered. */
const mostNamed = 3;
const mostMoves = 10;

/**
 * A field that exists, at the nearest of the given levels. One target: a safe move; several: one choice each.
 * `similar`: fields of the same holder that are spelt almost like it, which makes a slip as likely as a wrong place.
 */
export function misplacedField(
  source: ObjectSource,
  { path, expected }: Failure,
  levels: readonly Level[],
  similar: readonly string[],
): SchemaProblem {
  const targets = levels.flatMap((level) => level.targets.map((target) => ({ ...target, name: level.name })));
  const safety = levels.length === 1 && targets.length === 1 && similar.length === 0 ? 'safe' : 'unsafe';
  const moves = targets
    .filter(({ name, occupied, missing }) => name === path.segment && !occupied && missing <= mostMissing)
    .slice(0, mostMoves);
  const renames: ProblemFix[] = similar.flatMap((name) => renameFix(source, path, name, 'unsafe'));
  return keyProblem(source, 'schema/misplaced-field', path, {
    message:
      messageFor(source, path, levelName(expected.type, path.holder, source.kind), levels, similar) +
      versionNote(expected.type, String(path.segment), source.minor),
    related: relatedTo(source, targets.slice(0, mostMoves)),
    fixes: [...moves.flatMap((target) => moveFix(source, path, target.path, safety)), ...renames],
  });
}

function messageFor(
  source: ObjectSource,
  path: FieldPath,
  here: string,
  levels: readonly Level[],
  similar: readonly string[],
): string {
  const [{ name, targets }] = levels as [Level];
  const named = levels.slice(0, mostNamed).map((level) => describeLevel(source, level));
  const there = [...named, ...(levels.length > mostNamed ? ['the like'] : [])].join(' or of ');
  const spelt = name === path.segment ? '' : `, spelt "${name}"`;
  const free = targets.some((target) => !target.occupied);
  const advice = free || targets.length === 0 ? 'Move it there.' : `"${name}" is set there already: merge the two.`;
  const doubt =
    similar.length > 0 ? ` Or did you mean ${similar.map((candidate) => `"${candidate}"`).join(' or ')}?` : '';
  return `"${path.segment}" is not a field of ${here} but of ${there}${spelt}: the server refuses it here. ${advice}${doubt}`;
}

function describeLevel(source: ObjectSource, { place, targets }: Level): string {
  const [only, ...others] = targets;
  return only && others.length === 0 ? levelName(place.type, only.path, source.kind) : levelKind(place, source.kind);
}

function versionNote(type: string, name: string, minor: number): string {
  const since = definitionOf(type)?.[name]?.since;
  return since !== undefined && minor < since ? ` (Kubernetes 1.${since} and later know it here too.)` : '';
}

function relatedTo(source: ObjectSource, targets: readonly Target[]): RelatedRange[] {
  return targets.flatMap(({ path }) => {
    const node = path.length === 0 ? undefined : nodeAt(source, path);
    return node === undefined
      ? []
      : [{ message: `it belongs here, in ${path.toString()}`, range: keyRangeOf(source.document, node) }];
  });
}
