// A rule as an argument of scripts/test.mjs: the path of its folder, or of a file in it.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { didYouMean, nearestChoice } from '../packages/plain/dist/spelling.js';

const root = path.resolve(import.meta.dirname, '..');
const folder = path.join(root, 'rules');

/** `rules/probes/no-liveness/rule.ts` -> `probes/no-liveness` */
export function ruleId(argument) {
  return argument
    .replace(/^(?:\.\/)?rules\//, '')
    .split('/', 2)
    .join('/');
}

/** The built test that looks at the rule, or at the page of what the server or the engine says without a rule. */
export function testOf(id) {
  return path.join('rules', isWithCode(id) ? 'rules.test.js' : 'pages.test.js');
}

function isWithCode(id) {
  return existsSync(path.join(folder, id, 'rule.ts'));
}

/** What to tell somebody who asks for a rule that cannot be tested; builds it otherwise. */
export function prepareRule(id) {
  if (!existsSync(path.join(folder, id, 'README.md'))) return unknownRule(id);
  if (!isWithCode(id)) return undefined;
  if (!readFileSync(path.join(folder, 'index.ts'), 'utf8').includes(`'./${id}/rule.js'`))
    return `rules/index.ts does not know ${id}: run \`npm run rules\``;
  const tsc = path.join(root, 'node_modules/typescript/bin/tsc');
  const { status } = spawnSync(process.execPath, [tsc, '-b', folder], { stdio: 'inherit' });
  return status === 0 ? undefined : `rules/${id} was not tested: it does not compile`;
}

function unknownRule(id) {
  const ids = knownIds();
  const name = id.split('/').at(-1);
  const meant = ids.find((known) => known.endsWith(`/${name}`)) ?? nearestChoice(id, ids);
  return `there is no rule in rules/${id}${didYouMean(meant && `rules/${meant}`)}`;
}

function knownIds() {
  return readdirSync(folder, { recursive: true })
    .filter((file) => /^[^/]+\/[^/]+\/README\.md$/.test(file) && !file.startsWith('node_modules'))
    .map(path.dirname);
}
