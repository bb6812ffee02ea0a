import { readFileSync } from 'node:fs';
import path from 'node:path';
import { header } from './header.mjs';
import { builtinBundle } from './merge-schema.mjs';

/**
 * The kinds that have no namespace, as kustomize sees it: a table of its own, and what its built-in OpenAPI document
 * adds to it (openapi.go, IsNamespaceScoped).
 */
export function scopeFile(kyaml, version) {
  const source = readFileSync(path.join(kyaml, 'openapi/openapi.go'), 'utf8');
  const precomputed = [...source.matchAll(/\{APIVersion: "([^"]+)", Kind: "([^"]+)"\}:\s*(true|false),/g)];
  const scopes = new Map(
    precomputed.map(([, apiVersion, kind, scoped]) => [`${apiVersion} ${kind}`, scoped === 'true']),
  );
  for (const { apiVersion, kind, scope } of builtinBundle(kyaml).resources) {
    const name = `${apiVersion} ${kind}`;
    if (scope && !scopes.has(name)) scopes.set(name, scope === 'Namespaced');
  }
  const cluster = [...scopes].flatMap(([name, scoped]) => (scoped ? [] : [`  '${name}',\n`]));
  const namespaced = precomputed.filter(([, , , scoped]) => scoped === 'true');
  const names = namespaced.map(([, apiVersion, kind]) => `  '${apiVersion} ${kind}',\n`);
  return (
    header('sigs.k8s.io/kustomize/kyaml/openapi', version) +
    '\n/** Kinds without a namespace, by API version and kind. */\n' +
    `export const clusterScoped: ReadonlySet<string> = new Set([\n${cluster.join('')}]);\n\n` +
    '/** Kinds that are known to have one without a look into the OpenAPI document. */\n' +
    `export const surelyNamespaced: ReadonlySet<string> = new Set([\n${names.join('')}]);\n`
  );
}
