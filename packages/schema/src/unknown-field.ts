import type { FieldPath } from '@podlint/field-path';
import { own } from '@podlint/plain';
import { defineMessages, type Message } from '@podlint/messages';
import { hasAlternatives } from './alternatives.js';
import { carriedFix, meantFields } from './carried-field.js';
import type { Failure } from './check.js';
import { moveFix, renameFix } from './fixes.js';
import { levelHere } from './level-names.js';
import { misplacedField } from './misplaced-field.js';
import { eitherOf } from './name-list.js';
import type { SchemaProblem } from './problem.js';
import { relocate, type Level } from './relocate.js';
import { kindsWith } from './other-kinds.js';
import { keyProblem } from './report.js';
import { hasShapeOf } from './shape.js';
import { childOf, valueAt, type ObjectSource } from './source.js';
import { differsByCaseOnly, namesEndingIn, namesSharingWords, nearestNames } from '@podlint/plain/spelling';
import { definitionOf, fieldOf, isKnown, type Field } from './structure.js';

const unknown = '"{name}" is not a field of {level}.';
const elsewhen = 'Remove it, or check against a version that knows it.';

const says = defineMessages('unknown-field', {
  unknown: `${unknown} The server refuses unknown fields. Remove it, or look up its name.`,
  'did-you-mean': `${unknown} Did you mean {names}?`,
  'set-already': `${unknown} "{known}" is set already: remove one of the two.`,
  directive:
    '"{name}" is a directive of a patch, so this is only a part of an object. The server refuses it. Name the file under patches of its kustomization: podlint then judges what kustomize builds with it.',
  'of-other-kind': '"{name}" is a field of {kinds}, not of {level}. Remove it, or use that kind of object.',
  amount: '"{name}" is not a field of {level}. It belongs under requests or limits.',
  since: `"{name}" is a field of {level} only since Kubernetes 1.{since}. An older server refuses the object. ${elsewhen}`,
  until: `"{name}" is a field of {level} only up to Kubernetes 1.{until}. A newer server refuses the object. ${elsewhen}`,
});

/** Further away than this, a field of another version is not taken for a misplaced one. */
const nearby = 2.5;

/** What to say about a field that its holder does not have: misspelt, misplaced, or of another version. */
export function unknownField(source: ObjectSource, failure: Failure): SchemaProblem {
  const { path, expected } = failure;
  const name = String(path.segment);
  if (isPatchDirective(name))
    return keyProblem(source, 'schema/unknown-field', path, { message: says.directive({ name }) });
  const fields = definitionOf(expected.type) ?? {};
  const known = Object.keys(fields).filter((field) => isKnown(own(fields, field)!, source.minor));
  const alike = similarNames(name, known);
  const elsewhen = Object.hasOwn(fields, name) ? fields[name] : undefined;
  const levels = relocate(source, path, failure.value);
  // Of alternatives one is meant, whatever has a field of that name elsewhere.
  const isHere = alike.names.length === 0 && (levels.length === 0 || hasAlternatives(expected.type));
  const similar = isHere ? withSharedWords(name, known) : alike;
  if (isAmount(expected.type, name)) return loneAmount(source, failure);
  const isOfMetadata = levels.some(({ place }) => place.type === 'meta.v1.ObjectMeta');
  const carried = elsewhen || isOfMetadata ? [] : meantFields(source, failure);
  if (carried.length > 0) return carriedField(source, failure, carried);
  if (isMisplaced(levels, name, similar, elsewhen))
    return misplacedField(source, failure, levels, similar.isSlip ? similar.names : []);
  if (elsewhen) return ofOtherVersions(source, path, expected, elsewhen);
  const [kind, ...more] = similar.isSlip ? [] : kindsWith(expected.type, name, source.minor);
  return kind === undefined
    ? misspelt(source, failure, similar)
    : keyProblem(source, 'schema/unknown-field', path, {
        message: says['of-other-kind']({
          name,
          kinds: eitherOf([kind, ...more]),
          level: levelHere(expected.type, path.holder, source.kind),
        }),
      });
}

/**
 * What a strategic merge patch says about how to merge (apimachinery/pkg/util/strategicpatch/meta.go): `$patch`,
 * `$setElementOrder/containers`, ...
 */
export function isPatchDirective(name: string): boolean {
  return /^\$(?:patch|retainKeys|setElementOrder\/.+|deleteFromPrimitiveList\/.+)$/.test(name);
}

function withSharedWords(name: string, known: readonly string[]): Similar {
  const names = namesSharingWords(name, known);
  return { names: names.length === 1 ? names : [], isSlip: false };
}

/** The same without a search for what was meant. */
export function plainUnknownField(source: ObjectSource, failure: Failure): SchemaProblem {
  return misspelt(source, failure, { names: [], isSlip: false });
}

/** Fields of the same holder that may have been meant. */
interface Similar {
  readonly names: readonly string[];
  /** Not only alike in their last word. */
  readonly isSlip: boolean;
}

function similarNames(name: string, known: readonly string[]): Similar {
  const slips = nearestNames(name, known);
  if (slips.length > 0) return { names: slips, isSlip: true };
  const words = namesEndingIn(name, known);
  return { names: words.length === 1 ? words : [], isSlip: false };
}

/**
 * A name that is right but for its case needs no other level. One that is nearly right belongs to another level only if
 * it is exactly right there and missing from a struct that there is.
 */
function isMisplaced(levels: readonly Level[], name: string, { names }: Similar, elsewhen: Field | undefined): boolean {
  if (levels.length === 0 || names.some((similar) => differsByCaseOnly(similar, name))) return false;
  if (elsewhen) return levels.some((level) => level.distance <= nearby);
  const isMissed = levels.some(
    (level) => level.name === name && level.targets.some((target) => !target.occupied && target.missing === 0),
  );
  return names.length === 0 || isMissed;
}

function misspelt(source: ObjectSource, { path, value, expected }: Failure, { names, isSlip }: Similar): SchemaProblem {
  const { holder } = path;
  const [only, ...others] = names;
  const isSet = only !== undefined && childOf(valueAt(source.json, holder), only) !== undefined;
  const isPlain =
    isSlip &&
    others.length === 0 &&
    only !== undefined &&
    hasShapeOf(fieldOf(expected.type, only, source.minor), value);
  return keyProblem(source, 'schema/unknown-field', path, {
    message: misspeltMessage(
      { name: String(path.segment), level: levelHere(expected.type, holder, source.kind) },
      names,
      isSet,
    ),
    fixes: isSet ? [] : names.flatMap((name) => renameFix(source, path, name, isPlain ? 'safe' : 'unsafe')),
  });
}

/** `isSet`: the first of the fields that may have been meant is there. */
function misspeltMessage(
  field: { readonly name: string; readonly level: Message },
  [first, ...more]: readonly string[],
  isSet: boolean,
): Message {
  if (first === undefined) return says.unknown(field);
  return isSet
    ? says['set-already']({ ...field, known: first })
    : says['did-you-mean']({ ...field, names: eitherOf([first, ...more]) });
}

/** A name that people carry over from elsewhere. */
function carriedField(source: ObjectSource, failure: Failure, ways: readonly (readonly string[])[]): SchemaProblem {
  const { path, expected } = failure;
  const names = ways.map((way) => way.join('.')) as [string, ...string[]];
  const field = { name: String(path.segment), level: levelHere(expected.type, path.holder, source.kind) };
  return keyProblem(source, 'schema/unknown-field', path, {
    message: says['did-you-mean']({ ...field, names: eitherOf(names) }),
    fixes: ways.flatMap((way) => carriedFix(source, failure, way)),
  });
}

/** cpu and memory, as other tools have them, without a word on whether they are requested or a limit. */
function isAmount(type: string, name: string): boolean {
  return (
    /^core\.v1\.(?:Volume)?ResourceRequirements$/.test(type) &&
    (/^(?:cpu|memory|storage|ephemeral-storage|hugepages-.+)$/.test(name) || name.slice(1, -1).includes('/'))
  );
}

function loneAmount(source: ObjectSource, { path, expected }: Failure): SchemaProblem {
  const level = levelHere(expected.type, path.holder, source.kind);
  return keyProblem(source, 'schema/unknown-field', path, {
    message: says.amount({ name: String(path.segment), level }),
    fixes: ['requests', 'limits'].flatMap((list) => moveFix(source, path, path.holder.child(list), 'unsafe')),
  });
}

function ofOtherVersions(source: ObjectSource, path: FieldPath, holder: Field, { since, until }: Field): SchemaProblem {
  const field = { name: String(path.segment), level: levelHere(holder.type, path.holder, source.kind) };
  const message =
    since !== undefined && source.minor < since
      ? says.since({ ...field, since })
      : says.until({ ...field, until: Number(until) });
  return keyProblem(source, 'schema/unknown-field', path, { message });
}
