import { type Coverage, defaultVersion, toolVersion, versions } from '@podlint/model';
import type { Console } from '../command-line/console.js';
import { type ExitCode, exitCode } from '../command-line/exit-code.js';

export function version({ stdout }: Console): ExitCode {
  const lines = [
    `podlint ${toolVersion}`,
    `Kubernetes verified against the server's own answers: ${namesOf('verified')} (default ${defaultVersion.name})`,
    `Kubernetes structure only: ${namesOf('structure-only')}`,
  ];
  stdout.write(`${lines.join('\n')}\n`);
  return exitCode.clean;
}

function namesOf(coverage: Coverage): string {
  return versions
    .filter((known) => known.coverage === coverage)
    .map((known) => known.name)
    .join(', ');
}
