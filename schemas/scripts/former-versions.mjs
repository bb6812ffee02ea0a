// Which group/versions a built-in kind had before the oldest version that podlint knows. The OpenAPI documents of
// k8s.io/kubernetes forget what is no longer served; Go packages of its types stay for some years.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { downloadModule } from './modules.mjs';

/** Where API types live. Of k8s.io/api also the last release before packages were deleted (batch/v2alpha1 in 1.21). */
const sources = [
  { module: 'k8s.io/api', version: 'v0.36.3', folder: '' },
  { module: 'k8s.io/api', version: 'v0.20.15', folder: '' },
  { module: 'k8s.io/apiextensions-apiserver', version: 'v0.36.3', folder: 'pkg/apis' },
  { module: 'k8s.io/kube-aggregator', version: 'v0.36.3', folder: 'pkg/apis' },
];

function foldersIn(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => path.join(folder, entry.name));
}

/** The kinds that a package registers (addKnownTypes), with their group and apiVersion. */
function registeredIn(folder) {
  const file = path.join(folder, 'register.go');
  const source = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const [group, version] = [/GroupName = "(.+)"/.exec(source)?.[1], /Version: "(v\w+)"/.exec(source)?.[1]];
  if (!group || !version) return [];
  return [...source.matchAll(/&(\w+)\{\}/g)].map(([, kind]) => ({ group, apiVersion: `${group}/${version}`, kind }));
}

function registeredInAll() {
  return sources.flatMap(({ module, version, folder }) =>
    foldersIn(path.join(downloadModule(module, version).Dir, folder))
      .flatMap(foldersIn)
      .flatMap(registeredIn),
  );
}

/** The group that several kinds began in, under the names that they have in other groups now. */
const firstHome = 'extensions';

/** Kind, in its newest version -> its former apiVersions. */
export function formerApiVersions(kinds) {
  const served = new Set(kinds.map(({ apiVersion, kind }) => `${apiVersion} ${kind}`));
  const found = new Map();
  for (const { group, apiVersion, kind } of registeredInAll()) {
    if (served.has(`${apiVersion} ${kind}`)) continue;
    const heir = kinds.find((one) => one.kind === kind && (one.group === group || group === firstHome));
    if (heir) found.set(heir, new Set([...(found.get(heir) ?? []), apiVersion]));
  }
  return new Map([...found].map(([kind, apiVersions]) => [kind, [...apiVersions]]));
}
