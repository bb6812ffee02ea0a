import { readFileSync } from 'node:fs';
import path from 'node:path';

const kinds = JSON.parse(readFileSync(path.resolve(import.meta.dirname, '../data/kinds.json'), 'utf8'));

/** The definitions of the kinds that podlint judges. */
export const rootDefinitions = kinds.filter(({ judged }) => judged).map(({ definition }) => definition);
