import type { Level } from '@podlint/engine';
import { peerChecks } from '@podlint/engine/config';
import type { JsonValue } from '@podlint/syntax';
import { levelsOf, unknownChecks, type Imported, type ImportedOverride } from './imported.js';
import { fieldOf, listOf, textsOf } from './json.js';

const levels: Readonly<Record<string, Level>> = { danger: 'error', warning: 'warn', ignore: 'off' };

/** A config of Polaris: docs/customization/configuration.md and exemptions.md of it. */
export function fromPolaris(file: string, config: JsonValue): Imported {
  const checks = fieldOf(config, 'checks');
  const named = typeof checks === 'object' && checks !== null && !Array.isArray(checks) ? Object.keys(checks) : [];
  const exemptions = listOf(fieldOf(config, 'exemptions'));
  return {
    peer: 'polaris',
    file,
    rules: levelsOf('polaris', (check) => {
      const level = fieldOf(checks, check);
      return typeof level === 'string' && Object.hasOwn(levels, level) ? levels[level] : undefined;
    }),
    overrides: exemptions.flatMap((exemption) => overrideOf(exemption)),
    ignore: [],
    left: [
      ...unknownChecks('polaris', named),
      ...(exemptions.some((exemption) => isOfContainers(exemption)) ? ['exemptions by containerNames'] : []),
    ],
  };
}

function isOfContainers(exemption: JsonValue): boolean {
  return textsOf(fieldOf(exemption, 'containerNames')).length > 0;
}

/** Names of controllers are beginnings of names. Without rules every one is meant. */
function overrideOf(exemption: JsonValue): ImportedOverride[] {
  if (isOfContainers(exemption)) return [];
  const namespace = fieldOf(exemption, 'namespace');
  const names = textsOf(fieldOf(exemption, 'controllerNames')).map((name) => `${name}*`);
  const checks = textsOf(fieldOf(exemption, 'rules'));
  const exempt = checks.length > 0 ? checks : Object.keys(peerChecks.polaris);
  const rules = levelsOf('polaris', (check) => (exempt.includes(check) ? 'off' : undefined));
  const selector = {
    ...(typeof namespace === 'string' && namespace !== '' && { namespaces: [namespace] }),
    ...(names.length > 0 && { names }),
  };
  return Object.keys(rules).length > 0 && Object.keys(selector).length > 0 ? [{ ...selector, rules }] : [];
}
