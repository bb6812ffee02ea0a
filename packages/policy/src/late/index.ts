import { provideLateChecks } from '@podlint/kinds';
import { parseReference } from '../cel/library/net/url.js';
import { deviceSelectorFault } from './device-selectors.js';
import { CompiledPolicy } from './policy-expressions.js';

/** Gives `packages/kinds` what it asks of this package, and does not import. */
export function installLateChecks(): void {
  provideLateChecks({
    policyExpressions: (minor) => new CompiledPolicy(minor),
    deviceSelectorFault,
    parseUrl: parseReference,
  });
}
