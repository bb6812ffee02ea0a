// What the Go types of the API say that its OpenAPI document does not: types of fields by name, struct tags, constants.
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { downloadModule } from './modules.mjs';

/** The newest version whose stored objects podlint knows, as the version of its API modules. */
export const apiVersion = 'v0.36.3';
export const apiMinor = 36;

/** The module and the folder of a package of types; all others are in k8s.io/api. */
const elsewhere = {
  meta: { module: 'k8s.io/apimachinery', folder: 'pkg/apis' },
  apiextensions: { module: 'k8s.io/apiextensions-apiserver', folder: 'pkg/apis' },
  apiregistration: { module: 'k8s.io/kube-aggregator', folder: 'pkg/apis' },
};
const sources = new Map();

/** The text of a package, `core.v1`: all of its files with types. */
export function sourceOf(packageName) {
  if (!sources.has(packageName)) {
    const [group, version] = packageName.split('.');
    const { module, folder } = elsewhere[group] ?? { module: 'k8s.io/api', folder: '' };
    const directory = path.join(downloadModule(module, apiVersion).Dir, folder, group, version);
    const files = readdirSync(directory).filter(
      (name) => /types(?:_\w+)?\.go$/.test(name) && !name.endsWith('_test.go'),
    );
    sources.set(packageName, files.map((name) => readFileSync(path.join(directory, name), 'utf8')).join('\n'));
  }
  return sources.get(packageName);
}

/** `core.v1.Container` -> the lines of its fields: Go type and json tag; those of an embedded struct among them. */
export function goFields(packageName, structName) {
  const body = new RegExp(`^type ${structName} struct ?\\{(\\}|\\n[\\s\\S]*?^\\})`, 'm').exec(
    sourceOf(packageName),
  )?.[1];
  if (body === undefined) throw new Error(`no struct ${packageName}.${structName}`);
  return [...body.matchAll(/^\t(?:\w+[ \t]+)?([\w.*[\]]+)[ \t]+`.*?json:"([^"]*)".*`/gm)].flatMap(([, type, tag]) => {
    const [name, ...options] = tag.split(',');
    if (name === '' && options.includes('inline')) return embedded(packageName, type);
    return name === '' || name === '-'
      ? []
      : [
          {
            name,
            type,
            omitted: options.includes('omitempty') || options.includes('omitzero'),
            omitZero: options.includes('omitzero'),
          },
        ];
  });
}

function embedded(packageName, type) {
  const [, qualifier, name] = /^(?:(\w+)\.)?(\w+)$/.exec(type);
  return goFields(qualifier ? importedAs(qualifier, sourceOf(packageName)) : packageName, name);
}

/** `metav1` -> `meta.v1`, as the file imports it; undefined for a package that is no version of an API group. */
export function importedAs(qualifier, source) {
  const imports = [...source.matchAll(/^(?:import)?\s(?:(\w+) )?"k8s\.io\/[\w./-]*?(\w+)\/(v\w+)"$/gm)];
  const found = imports.find(([, alias, , last]) => (alias ?? last) === qualifier);
  return found && `${found[2]}.${found[3]}`;
}
