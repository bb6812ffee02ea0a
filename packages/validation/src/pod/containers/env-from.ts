import { defineMessages } from '@podlint/messages';
import type { Decoded, FieldPath, core } from '@podlint/model';
import type { Context } from '../../context.js';
import { dnsSubdomainProblem } from '../../formats.js';
import { maskTrailingDash } from '../../meta/names.js';
import { envNameProblem } from './env-names.js';

const says = defineMessages('env-from', {
  'no-source': 'The entry does not say where the variables come from. Set configMapRef or secretRef.',
  'two-sources':
    'The entry has both a configMapRef and a secretRef, and can have only one of them. Make two entries of it.',
  'invalid-prefix': '"{prefix}" cannot be the start of environment variable names: {problem}.',
  'no-name': 'The reference does not name the {kind}. Set name.',
  'invalid-name': '"{name}" cannot be the name of a {kind}: {problem}.',
});

type EnvFromSource = Decoded<core.EnvFromSource>;

/** ValidateEnvFrom: what is wrong with the sources of an item is reported on the whole list. */
export function validateEnvFrom(sources: readonly EnvFromSource[], path: FieldPath, context: Context): void {
  sources.forEach((source, i) => {
    if (source.prefix) validatePrefix(source.prefix, path.index(i).child('prefix'), context);
    if (source.configMapRef)
      validateSourceName(source.configMapRef.name, 'ConfigMap', path.index(i).child('configMapRef', 'name'), context);
    if (source.secretRef)
      validateSourceName(source.secretRef.name, 'Secret', path.index(i).child('secretRef', 'name'), context);
    if (!source.configMapRef && !source.secretRef) {
      context.report.invalid(path, says['no-source'](), { at: path.index(i) });
    } else if (source.configMapRef && source.secretRef) {
      context.report.invalid(path, says['two-sources'](), { at: path.index(i) });
    }
  });
}

function validatePrefix(prefix: string, path: FieldPath, context: Context): void {
  const problem = envNameProblem(prefix, context);
  if (problem) context.report.invalid(path, says['invalid-prefix']({ prefix, problem }));
}

/** The server lets a trailing "-" pass here, as it does in generateName. */
function validateSourceName(name: string | undefined, kind: string, path: FieldPath, context: Context): void {
  if (!name) {
    context.report.required(path, says['no-name']({ kind }));
    return;
  }
  const problem = dnsSubdomainProblem(maskTrailingDash(name));
  if (problem) context.report.invalid(path, says['invalid-name']({ name, kind, problem }));
}
