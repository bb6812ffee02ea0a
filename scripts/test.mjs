// npm run test:run -- [PART...]: runs every built test, or those whose path holds one of the arguments. The folder of a
// rule is an argument too (rules/probes/no-liveness): all that test/rules proves of that rule, of no other.
// (`node --test` reads globs only from Node 21 on.)
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';

/**
 * In CI a file that hangs fails by its name after this time, long before CI itself gives up; the longest takes some 3
 * minutes. Elsewhere somebody may have asked for many runs.
 */
const TIME_LIMIT = process.env.CI ? [`--test-timeout=${15 * 60_000}`] : [];

const root = path.resolve(import.meta.dirname, '..');
const built = path.join(root, 'test/dist');
const tests = existsSync(built)
  ? readdirSync(built, { recursive: true })
      .filter((file) => file.endsWith('.test.js'))
      .sort()
  : [];

function fail(message) {
  console.error(message);
  process.exit(1);
}

/** What starts with `rules/` and is no part of a test's path is meant to be a rule. */
function isRule(argument) {
  return /^(?:\.\/)?rules\//.test(argument) && !tests.some((file) => file.includes(argument));
}

/** The ids of rules, each built, and the tests that look at them. */
async function preparedRules(folders) {
  const { prepareRule, ruleId, testOf } = await import('./test-rule.mjs');
  const ids = folders.map(ruleId);
  for (const id of ids) {
    const mistake = prepareRule(id);
    if (mistake) fail(mistake);
  }
  return { ids, testsOfRules: ids.map(testOf) };
}

if (tests.length === 0) fail('no test found: is it built?');
const asked = process.argv.slice(2);
const folders = asked.filter(isRule);
const parts = asked.filter((argument) => !isRule(argument));
const { ids, testsOfRules } = folders.length > 0 ? await preparedRules(folders) : { ids: [], testsOfRules: [] };
const named = tests.filter((file) => asked.length === 0 || parts.some((part) => file.includes(part)));
const files = [...new Set([...named, ...testsOfRules])];
if (files.length === 0) fail(`no test has ${parts.join(' or ')} in its path`);

// A test that is asked for by its own name looks at every rule.
const isOfRulesOnly = ids.length > 0 && !testsOfRules.some((file) => named.includes(file));
const { status } = spawnSync(
  process.execPath,
  [
    '--test',
    `--test-concurrency=${availableParallelism()}`,
    ...TIME_LIMIT,
    `--test-reporter=${path.join(root, 'scripts/test-reporter.mjs')}`,
    ...files.map((file) => path.join(built, file)),
  ],
  {
    cwd: root,
    stdio: 'inherit',
    env: isOfRulesOnly ? { ...process.env, PODLINT_TESTED_RULES: ids.join(',') } : process.env,
  },
);
process.exit(status ?? 1);
