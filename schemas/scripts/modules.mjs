import { execFileSync } from 'node:child_process';

/** The patch release of k8s.io/kubernetes that each minor's facts are read from. */
export const kubernetesModules = [
  { minor: 29, version: 'v1.29.6' },
  { minor: 30, version: 'v1.30.14' },
  { minor: 31, version: 'v1.31.14' },
  { minor: 32, version: 'v1.32.13' },
  { minor: 33, version: 'v1.33.13' },
  { minor: 34, version: 'v1.34.4' },
  { minor: 35, version: 'v1.35.4' },
  { minor: 36, version: 'v1.36.3' },
];

/** Downloads a Go module (or finds it in the module cache): its folder and its go.sum line. */
export function downloadModule(module, version) {
  const answer = execFileSync('go', ['mod', 'download', '-json', `${module}@${version}`], { encoding: 'utf8', env: { ...process.env, GOFLAGS: '-mod=mod', GOWORK: 'off' } });
  return JSON.parse(answer);
}
