// Asks the registry for known weaknesses of the locked packages: `node scripts/audit.mjs [--all]`; without `--all` only those
// that are published inside of a bundle. Exit code 1 for one that is high or critical; 0, and a line, where nobody answers.
import { readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const registry = 'https://registry.npmjs.org/-/npm/v1/security/advisories/bulk';
const bundles = ['packages/cli/bundle', 'packages/eslint-plugin/bundle'];

/** By name, the versions. */
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

async function advisories(packages) {
  const response = await fetch(registry, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(packages),
    signal: AbortSignal.timeout(30_000),
  });
  if (!response.ok) throw new Error(`the registry answers ${response.status}`);
  return response.json();
}

const packages = byName(process.argv.includes('--all') ? locked() : bundled());
try {
  const found = Object.entries(await advisories(packages)).flatMap(([name, list]) =>
    list.map(({ severity, title, url }) => ({ severity, line: `${severity}: ${name}: ${title} ${url}` })),
  );
  for (const { line } of found) console.log(line);
  console.log(`${Object.keys(packages).length} packages, ${found.length} known weaknesses`);
  if (found.some(({ severity }) => severity === 'high' || severity === 'critical')) process.exitCode = 1;
} catch (error) {
  console.log(`nobody answers for the registry, so nothing is known: ${error.message}`);
}
