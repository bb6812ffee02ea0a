import type { JsonValue } from '@podlint/syntax';
import { levelsOf, unknownChecks, type Imported } from './imported.js';
import { fieldOf, textsOf } from './json.js';

/** `.kube-linter.yaml`: docs/configuring-kubelinter.md of kube-linter. */
export function fromKubeLinter(file: string, config: JsonValue): Imported {
  const checks = fieldOf(config, 'checks');
  const include = textsOf(fieldOf(checks, 'include'));
  const exclude = textsOf(fieldOf(checks, 'exclude'));
  const hasAll = fieldOf(checks, 'addAllBuiltIn') === true;
  const hasOwn = Array.isArray(fieldOf(config, 'customChecks'));
  return {
    peer: 'kube-linter',
    file,
    ...(fieldOf(checks, 'doNotAutoAddDefaults') === true && !hasAll && { preset: 'none' }),
    rules: levelsOf('kube-linter', (check) => {
      if (exclude.includes(check)) return 'off';
      return hasAll || include.includes(check) ? 'warn' : undefined;
    }),
    overrides: [],
    ignore: textsOf(fieldOf(checks, 'ignorePaths')).map((glob) => glob.replace(/^~\//, '')),
    left: [...unknownChecks('kube-linter', [...include, ...exclude]), ...(hasOwn ? ['customChecks'] : [])],
  };
}
