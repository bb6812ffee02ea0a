import type { FieldPath } from '@podlint/field-path';
import { own } from '@podlint/plain';
import { defineMessages, followedBy, type Message } from '@podlint/messages';
import type { Failure } from './check.js';
import { moveFix, renameFix } from './fixes.js';
import { levelHere, levelKind, levelName } from './level-names.js';
import { eitherOf } from './name-list.js';
import type { ProblemFix, RelatedRange, SchemaProblem } from './problem.js';
import type { Level } from './relocate.js';
import { keyProblem } from './report.js';
import { keyRangeOf, nodeAt, type ObjectSource } from './source.js';
import { definitionOf } from './structure.js';
import type { Target } from './targets.js';

const notHere = '"{name}" is a field of {there}, not of {here}.';

const says = defineMessages('misplaced-field', {
  move: `${notHere} Move it there.`,
  merge: `${notHere} "{known}" is set there already. Merge the two.`,
  'or-of': '{level} or of {other}',
  'the-like': 'others',
  spelt: '{level}, spelt "{name}"',
  'did-you-mean': 'Or did you mean {names}?',
  'here-later': '(Kubernetes 1.{since} and later know it here too.)',
  'belongs-here': 'it belongs here, in {path}',
});

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
    message: followedBy(
      followedBy(messageFor(source, path, expected.type, levels), 'slip', slipNote(similar)),
      'version',
      versionNote(expected.type, String(path.segment), source.minor),
    ),
    related: relatedTo(source, targets.slice(0, mostMoves)),
    fixes: [...moves.flatMap((target) => moveFix(source, path, target.path, safety)), ...renames],
  });
}

function messageFor(source: ObjectSource, path: FieldPath, type: string, levels: readonly Level[]): Message {
  const [{ name: known, targets }] = levels as [Level];
  const name = String(path.segment);
  const here = levelHere(type, path.holder, source.kind);
  const levelText = levelsText(source, levels);
  const there = known === name ? levelText : says.spelt({ level: levelText, name: known });
  const isFree = targets.some((target) => !target.occupied) || targets.length === 0;
  return isFree ? says.move({ name, here, there }) : says.merge({ name, here, there, known });
}

/** Levels of one name (a label selector here and there) are named once. */
function levelsText(source: ObjectSource, levels: readonly Level[]): Message {
  const described = levels.map((level) => describeLevel(source, level));
  const different = new Map(described.map((level) => [JSON.stringify(level), level]));
  const named = [...different.values()].slice(0, mostNamed);
  const all = different.size > mostNamed ? [...named, says['the-like']()] : named;
  return all.reduce((level, other) => says['or-of']({ level, other }));
}

function slipNote([first, ...more]: readonly string[]): Message | undefined {
  return first === undefined ? undefined : says['did-you-mean']({ names: eitherOf([first, ...more]) });
}

function describeLevel(source: ObjectSource, { place, targets }: Level): Message {
  const [only, ...others] = targets;
  return only && others.length === 0 ? levelName(place.type, only.path, source.kind) : levelKind(place, source.kind);
}

function versionNote(type: string, name: string, minor: number): Message | undefined {
  const since = own(definitionOf(type), name)?.since;
  return since !== undefined && minor < since ? says['here-later']({ since }) : undefined;
}

function relatedTo(source: ObjectSource, targets: readonly Target[]): RelatedRange[] {
  return targets.flatMap(({ path }) => {
    const node = path.length === 0 ? undefined : nodeAt(source, path);
    return node === undefined
      ? []
      : [{ message: says['belongs-here']({ path: path.toString() }), range: keyRangeOf(source.document, node) }];
  });
}
