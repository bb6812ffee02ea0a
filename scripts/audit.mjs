// Asks the registry for known weaknesses of the locked packages: `node scripts/audit.mjs`. Exit code 1 for a high or critical one
// of a package that is published inside of a bundle; those of the others, which only build and test, are told. 0, and a
// line, where nobody answers: a network that is down says nothing about the packages.
import { readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const registry = process.env.npm_config_registry ?? 'https://registry.npmjs.org/';
const question = new URL('-/npm/v1/security/advisories/bulk', registry.endsWith('/') ? registry : `${registry}/`);
const bundles = ['packages/cli/bundle', 'packages/eslint-plugin/bundle'];

/** Pairs of name and version. */
function locked() {
  const lock = readFileSync(path.join(root, 'pnpm-lock.yaml'), 'utf8');
  return [...lock.matchAll(/^ {2}'?(@?[^@'\s]+)@(\d[^:'()\s]*)'?:\n {4}resolution:/gm)].map(([, name, version]) => [
    name,
    version,
  ]);
}

function bundled() {
  return bundles.flatMap((folder) =>
    JSON.parse(readFileSync(path.join(root, folder, 'sbom.cdx.json'), 'utf8')).components.map(({ name, version }) => [
      name,
      version,
    ]),
  );
}

function byName(pairs) {
  const names = new Map();
  for (const [name, version] of pairs) names.set(name, [...new Set([...(names.get(name) ?? []), version])]);
  return Object.fromEntries(names);
}

async function weaknessesOf(packages) {
  const response = await fetch(question, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(packages),
    signal: AbortSignal.timeout(30_000),
  });
  if (!response.ok) throw new Error(`the registry answers ${response.status}`);
  return Object.entries(await response.json()).flatMap(([name, list]) =>
    list.map(({ severity, title, url }) => ({ severity, line: `${severity}: ${name}: ${title} ${url}` })),
  );
}

const published = bundled();
const isPublished = new Set(published.map(([name, version]) => `${name}@${version}`));
const others = locked().filter(([name, version]) => !isPublished.has(`${name}@${version}`));
try {
  const found = await weaknessesOf(byName(published));
  const ofOthers = await weaknessesOf(byName(others));
  for (const { line } of found) console.log(line);
  for (const { line } of ofOthers) console.log(`${line} (not published)`);
  console.log(`${isPublished.size} published packages, ${found.length} known weaknesses`);
  console.log(`${others.length} other packages, ${ofOthers.length} known weaknesses`);
  if (found.some(({ severity }) => severity === 'high' || severity === 'critical')) process.exitCode = 1;
} catch (error) {
  console.log(`known weaknesses were not looked up, since nobody answers for the registry: ${error.message}`);
}
