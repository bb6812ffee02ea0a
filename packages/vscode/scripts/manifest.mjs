// The package.json of the extension as it is published.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { settings } from './settings.mjs';

const onlyHere = ['type', 'private', 'dependencies', 'devDependencies'];

/** What package.json says, without what only matters in this repository; the settings are those of config files. */
export function manifest() {
  const { contributes, ...own } = JSON.parse(
    readFileSync(path.resolve(import.meta.dirname, '../package.json'), 'utf8'),
  );
  const published = Object.fromEntries(Object.entries(own).filter(([key]) => !onlyHere.includes(key)));
  return {
    ...published,
    name: 'podlint',
    files: ['**'],
    contributes: { ...contributes, configuration: { title: 'podlint', properties: settings } },
  };
}
