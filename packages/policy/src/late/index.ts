import { provideLateChecks } from '@podlint/kinds';
import { parseReference } from '../cel/library/net/url.js';
import { deviceSelectorFault } from './device-selectors.js';
import { definitionErrors } from '../crd/definition/definition-errors.js';
import { compileRule } from '../custom-rules/compile-rule.js';
import { typeNotes } from '../admission/type-check/type-check.js';
import { CompiledPolicy } from './policy-expressions.js';
import { unknownFormats } from './unknown-formats.js';

/** Gives `packages/kinds` what it asks of this package, and does not import. */
export function installLateChecks(): void {
  provideLateChecks({
    policyExpressions: (minor) => new CompiledPolicy(minor),
    deviceSelectorFault,
    definitionErrors: (definition, old, minor) => definitionErrors({ ...definition }, old && { ...old }, minor),
    unknownFormats: (definition) => unknownFormats({ ...definition }),
    compileRule,
    typeNotes,
    parseUrl: parseReference,
  });
}
