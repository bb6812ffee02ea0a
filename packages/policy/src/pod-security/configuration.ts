import { complaintsOfLabel, complaintsOfSubdomain } from '../names/names.js';
import { modes, type Defaults } from './labels.js';
import { parseLevel, parseStandardsVersion } from './level.js';

/** The plugin's configuration (admission/api/v1, PodSecurityConfiguration). */
export interface Configuration {
  readonly defaults?: Defaults;
  readonly exemptions?: {
    readonly usernames?: readonly string[];
    readonly namespaces?: readonly string[];
    readonly runtimeClasses?: readonly string[];
  };
}

/**
 * The fields of a configuration that the server does not start with (admission/api/validation). An empty text is one of
 * them: a level or version that is there has to be one (admission/api/helpers.go, ToPolicy).
 */
export function configurationErrors({ defaults = {}, exemptions = {} }: Configuration): readonly string[] {
  const { namespaces, runtimeClasses, usernames } = exemptions;
  return [
    ...modes.flatMap((mode) => [
      ...(parseLevel(defaults[mode] ?? 'privileged') ? [] : [`defaults.${mode}`]),
      ...(parseStandardsVersion(defaults[`${mode}-version`] ?? 'latest') ? [] : [`defaults.${mode}-version`]),
    ]),
    ...listErrors('namespaces', namespaces, (name) => complaintsOfLabel(name).length === 0),
    ...listErrors('runtimeClasses', runtimeClasses, (name) => complaintsOfSubdomain(name).length === 0),
    ...listErrors('usernames', usernames, (name) => name !== ''),
  ];
}

/** No name that is none, and none twice. */
function listErrors(field: string, names: readonly string[] = [], isName: (name: string) => boolean): string[] {
  return names.flatMap((name, index) => {
    const fine = isName(name) && names.indexOf(name) === index;
    return fine ? [] : [`exemptions.${field}[${index}]`];
  });
}
