import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';

/** The patch release of k8s.io/kubernetes that each minor's facts are read from, oldest first. */
export const kubernetesModules = [
  { minor: 29, version: 'v1.29.6' },
  { minor: 30, version: 'v1.30.14' },
  { minor: 31, version: 'v1.31.14' },
  { minor: 32, version: 'v1.32.13' },
  { minor: 33, version: 'v1.33.13' },
  { minor: 34, version: 'v1.34.4' },
  { minor: 35, version: 'v1.35.4' },
  { minor: 36, version: 'v1.36.3' },
  { minor: 37, version: 'v1.37.0' },
];

const downloads = new Map();

/** Downloads a Go module (or finds it in the module cache): its folder `Dir` and its go.sum line `Sum`. */
export function downloadModule(module, version) {
  const name = `${module}@${version}`;
  if (!downloads.has(name)) {
    const environment = { ...process.env, GOFLAGS: '-mod=mod', GOWORK: 'off' };
    downloads.set(
      name,
      JSON.parse(execFileSync('go', ['mod', 'download', '-json', name], { encoding: 'utf8', env: environment })),
    );
  }
  return downloads.get(name);
}

const documents = new Map();

/** That version's OpenAPI document: `paths`, and `definitions` by their full names. */
export function openApiDocument({ version }) {
  if (!documents.has(version)) {
    const { Dir } = downloadModule('k8s.io/kubernetes', version);
    documents.set(version, JSON.parse(readFileSync(path.join(Dir, 'api/openapi-spec/swagger.json'), 'utf8')));
  }
  return documents.get(version);
}
