import { defineMessages } from '@podlint/messages';
import type { Decoded, Minor, apiextensions } from '@podlint/model';
import type { Warn } from '@podlint/validation';
import { lateChecks } from '../../late-checks.js';

const says = defineMessages('custom-resource-definition-warning', {
  'unknown-format': 'The server does not know the format "{format}" for this type, so it does not check it.',
});

const warnedSince: Minor = 35;

/** WarningsOnCreate, apiextensions-apiserver/pkg/registry/customresourcedefinition/strategy.go. */
export function warnAboutFormats(
  definition: Decoded<apiextensions.CustomResourceDefinition>,
  warn: Warn,
  minor: Minor,
): void {
  if (minor < warnedSince) return;
  for (const { path, format } of lateChecks().unknownFormats(definition))
    warn(path, says['unknown-format']({ format }));
}
