import type { FieldPath } from '@podlint/field-path';
import { own } from '@podlint/plain';
import { structure } from '@podlint/schemas';
import type { JsonValue } from '@podlint/syntax';
import { isPodLevelResource } from '@podlint/model';
import { areAlternatives } from './alternatives.js';
import { anyItem, placesOf, type Place } from './places.js';
import { hasShapeOf } from './shape.js';
import { childOf, isObject, type ObjectSource } from './source.js';
import { differsByCaseOnly } from '@podlint/plain/spelling';
import { definitionOf, fieldOf } from './structure.js';
import { targetsFor, type Target } from './targets.js';

/** A level at which a field exists, with the nearest of the manifest's own structs of that level. */
export interface Level {
  readonly place: Place;
  /** The field as it is spelt there. */
  readonly name: string;
  readonly targets: readonly Target[];
  /** Steps up and down to the targets. */
  readonly distance: number;
  /** The distance, and what speaks for and against the level. */
  readonly cost: number;
}

const costs = { name: 1, index: 0.5, missing: 1, fillsChoice: -1, noTarget: 4, occupied: 1 };

/** Levels that cost less than this more than the cheapest one are as likely. */
const margin = 1;

/** In another branch no more structs than this are made up. */
const mostMadeUp = 1;

/** A name that so many structs have (`name`, `path`) says little about which of them was meant. */
const genericFrom = 8;

/** Names and indexes; in the path of a place `*` stands for whichever index. */
type Steps = readonly (string | number)[];

/**
 * The levels that a field of that name and value most likely belongs to, the likeliest first, counted in steps from
 * what holds it; none: the kind has no such field.
 */
export function relocate(source: ObjectSource, path: FieldPath, value: JsonValue): Level[] {
  const holder = path.holder.segments;
  const name = String(path.segment);
  const exact = levelsWith(source, holder, name, value);
  const levels =
    exact.length > 0 ? exact : otherCases(source, name).flatMap((other) => levelsWith(source, holder, other, value));
  const cheapest = least(levels.map((level) => level.cost));
  return levels.filter((level) => level.cost < cheapest + margin).sort((a, b) => a.cost - b.cost);
}

function levelsWith(source: ObjectSource, holder: Steps, name: string, value: JsonValue): Level[] {
  const levels = placesOf(source.kind, source.minor)
    .filter(({ type }) => hasShapeOf(fieldOf(type, name, source.minor), value) && isTakenBy(type, name, value))
    .map((place) => levelAt(place, name, holder, source.json))
    .filter((level) => !isFarAndMadeUp(level, holder));
  return withoutAlternatives(isGeneric(name) ? levels.filter((level) => isInLine(level, holder)) : levels, holder);
}

/**
 * Whether the server takes the value there: of resources, a Pod as a whole has few (validatePodResourceRequirements,
 * pkg/apis/core/validation/validation.go).
 */
function isTakenBy(type: string, name: string, value: JsonValue): boolean {
  if (type !== 'core.v1.PodSpec' || name !== 'resources') return true;
  const amounts = ['limits', 'requests'].map((list) => childOf(value, list));
  return amounts.every((list) => !isObject(list) || Object.keys(list).every(isPodLevelResource));
}

/**
 * The alternatives of what holds the field (`rbd`, for a field in `storageos`) know fields of its name for reasons of
 * their own: it cannot move there. Nor was something farther away meant, where an alternative is nearer.
 */
function withoutAlternatives(levels: readonly Level[], holder: Steps): Level[] {
  const nearest = least(levels.filter(({ place }) => isAlternative(place, holder)).map(({ distance }) => distance));
  return levels.filter(({ place, distance }) => distance < nearest && !isAlternative(place, holder));
}

function isAlternative({ path, types }: Place, holder: Steps): boolean {
  const parting = path.findIndex(
    (step, index) => step !== holder[index] && !(step === anyItem && typeof holder[index] === 'number'),
  );
  const [step, other] = [path[parting], holder[parting]];
  return step !== undefined && typeof other === 'string' && areAlternatives(types[parting]!, step, other);
}

/** The names that the kind has anywhere and that differ from this one by case only. */
function otherCases({ kind, minor }: ObjectSource, name: string): string[] {
  const types = new Set(placesOf(kind, minor).map((place) => place.type));
  const names = new Set([...types].flatMap((type) => Object.keys(definitionOf(type) ?? {})));
  return [...names].filter((other) => differsByCaseOnly(other, name));
}

function levelAt(place: Place, name: string, holder: Steps, json: JsonValue): Level {
  const all = targetsFor(json, place, name);
  const distances = all.map(({ path }) => stepsBetween(holder, path.segments));
  const distance = least(distances);
  const targets = all.filter((_, index) => distances[index] === distance);
  if (targets.length > 0) return { place, name, targets, distance, cost: distance + least(targets.map(extraCost)) };
  const toPlace = stepsBetween(holder, place.path);
  return { place, name, targets, distance: toPlace, cost: toPlace + costs.noTarget };
}

/**
 * Infinity for no numbers. Not by spreading: a list of a manifest may have more items than a call may have arguments.
 */
function least(numbers: readonly number[]): number {
  return numbers.reduce((low, number) => Math.min(low, number), Infinity);
}

function extraCost({ missing, fillsChoice, occupied }: Target): number {
  return missing * costs.missing + (fillsChoice ? costs.fillsChoice : 0) + (occupied ? costs.occupied : 0);
}

function isGeneric(name: string): boolean {
  return Object.values(structure).filter((fields) => Object.hasOwn(fields, name)).length >= genericFrom;
}

/** Straight above or below, with nothing to be made up, or the metadata of something above. */
function isInLine({ place, targets }: Level, holder: Steps): boolean {
  return targets.some(
    ({ path, missing }) =>
      (missing === 0 || isMainChild(place, path.segments, holder)) &&
      (isPrefix(path.segments, holder) ||
        isPrefix(holder, path.segments) ||
        (place.type === 'meta.v1.ObjectMeta' && isPrefix(path.holder.segments, holder))),
  );
}

/** In another branch, and with nothing there yet: who wrote the name here did not think of that one. */
function isFarAndMadeUp({ targets }: Level, holder: Steps): boolean {
  return (
    targets.length > 0 &&
    targets.every(
      ({ path, missing, fillsChoice }) =>
        missing + (fillsChoice ? 1 : 0) > mostMadeUp &&
        !isPrefix(path.segments, holder) &&
        !isPrefix(holder, path.segments),
    )
  );
}

/** The one struct that what holds the field has to have (`spec` of a claim's template): left out, it was meant. */
function isMainChild({ path, types }: Place, target: Steps, holder: Steps): boolean {
  const child = path.at(-1);
  const parent = types.at(-2);
  if (target.length !== holder.length + 1 || child === undefined || parent === undefined) return false;
  return child === 'spec' || own(definitionOf(parent), child)?.required === true;
}

function isPrefix(start: Steps, whole: Steps): boolean {
  return start.every((segment, index) => segment === whole[index]);
}

/** Steps up from one path to what they share, and down again. */
function stepsBetween(from: Steps, to: Steps): number {
  let shared = 0;
  while (shared < from.length && shared < to.length && (from[shared] === to[shared] || to[shared] === anyItem))
    shared++;
  return length(from.slice(shared)) + length(to.slice(shared));
}

function length(path: Steps): number {
  return path.reduce<number>(
    (sum, segment) => sum + (typeof segment === 'number' || segment === anyItem ? costs.index : costs.name),
    0,
  );
}
