import type { KubernetesVersion } from '@podlint/model';
import { faultCode, faultOfJudging, faultPath } from '../findings/fault.js';
import { fingerprintOf } from '../findings/fingerprint.js';
import type { SkipReason } from '../documents/skip.js';
import type { ExaminedFile, ExaminedFinding } from './examined.js';

/** What stands for a file on which podlint itself has failed. */
export function faultyFile(path: string, thrown: unknown, versions: readonly KubernetesVersion[]): ExaminedFile {
  const skipped: SkipReason = 'fault of podlint';
  const findings = [faultFinding(thrown, versions)];
  const object = { entry: { index: 0, line: 1, skipped }, isKubernetes: true, findings };
  return { path, objects: [object], facts: [], mayDirect: false };
}

function faultFinding(thrown: unknown, versions: readonly KubernetesVersion[]): ExaminedFinding {
  const { id: code, stage, severity, tags } = faultCode;
  const start = { line: 1, column: 1, offset: 0 };
  return {
    index: 0,
    code,
    stage,
    severity,
    tags,
    message: faultOfJudging(thrown),
    path: faultPath,
    api: undefined,
    container: undefined,
    range: { start, end: start },
    related: [],
    kubernetesVersions: versions.map(({ name }) => name),
    follows: [],
    provisional: false,
    details: { fixes: [], choices: [], fingerprint: fingerprintOf({ code, path: faultPath }, undefined) },
  };
}
