import type { JsonValue } from '@podlint/syntax';
import { levelsOf, unknownChecks, type Imported } from './imported.js';
import { fieldOf, textsOf } from './json.js';

/** `.checkov.yaml`: its keys are the options of the command. */
export function fromCheckov(file: string, config: JsonValue): Imported {
  const checks = textsOf(fieldOf(config, 'check')).filter(isOfKubernetes);
  const skipped = textsOf(fieldOf(config, 'skip-check')).filter(isOfKubernetes);
  const paths = textsOf(fieldOf(config, 'skip-path'));
  return {
    peer: 'checkov',
    file,
    ...(checks.length > 0 && { preset: 'none' }),
    rules: levelsOf('checkov', (check) => {
      if (skipped.includes(check)) return 'off';
      return checks.includes(check) ? 'warn' : undefined;
    }),
    overrides: [],
    ignore: [],
    // Expressions, where podlint takes globs.
    left: [...unknownChecks('checkov', [...checks, ...skipped]), ...paths.map((path) => `skip-path ${path}`)],
  };
}

function isOfKubernetes(check: string): boolean {
  return /^CKV2?_K8S_/.test(check);
}
