// One structure out of all versions': a field that some versions lack carries the first and the last minor that know
// it.
// Needs nothing but schemas/data/<version>.json; read by the generator of src/structure.ts and by packages/schema's
// compile script.
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';

const data = path.resolve(import.meta.dirname, '../data');

/** Minor -> definitions, oldest first. */
function readVersions(directory = data) {
  const minors = readdirSync(directory)
    .map((name) => Number(/^1\.(\d+)\.json$/.exec(name)?.[1]))
    .filter(Boolean)
    .sort((a, b) => a - b);
  return new Map(
    minors.map((minor) => [minor, JSON.parse(readFileSync(path.join(directory, `1.${minor}.json`), 'utf8'))]),
  );
}

/** `since` and `until`, where they differ from those of the whole the field is part of. */
export function rangeWithin(minors, whole, place) {
  const [first, last] = [minors[0], minors.at(-1)];
  if (whole.filter((minor) => minor >= first && minor <= last).length !== minors.length)
    throw new Error(`${place} went and came back`);
  return { ...(first > whole[0] && { since: first }), ...(last < whole.at(-1) && { until: last }) };
}

function uniteField(place, appearances, whole) {
  const newest = appearances.at(-1)[1];
  for (const [minor, field] of appearances) {
    if (field.type !== newest.type || field.shape !== newest.shape)
      throw new Error(`${place} has another type in 1.${minor}: teach union.mjs about it`);
  }
  const { type, shape, required } = newest;
  const range = rangeWithin(
    appearances.map(([minor]) => minor),
    whole,
    place,
  );
  return { type, ...(shape && { shape }), ...(required && { required }), ...range };
}

function uniteDefinition(name, versions) {
  const holders = [...versions]
    .filter(([, definitions]) => definitions[name])
    .map(([minor, definitions]) => [minor, definitions[name]]);
  const whole = holders.map(([minor]) => minor);
  const fields = [...new Set(holders.flatMap(([, fields]) => Object.keys(fields)))].sort();
  const appearances = (field) =>
    holders.filter(([, fields]) => fields[field]).map(([minor, fields]) => [minor, fields[field]]);
  return Object.fromEntries(fields.map((field) => [field, uniteField(`${name}.${field}`, appearances(field), whole)]));
}

/**
 * Definition name -> field name -> {type, shape?, required?, since?, until?}; `required` as the newest version has it.
 */
export function uniteVersions(versions = readVersions()) {
  const names = [...new Set([...versions.values()].flatMap((definitions) => Object.keys(definitions)))].sort();
  return Object.fromEntries(names.map((name) => [name, uniteDefinition(name, versions)]));
}
