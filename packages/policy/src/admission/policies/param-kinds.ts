import { findKind } from '@podlint/model';
import { definitionOf } from '../../crd/definition.js';
import type { Json } from '../../crd/values/json.js';
import { metadataOf, textAt } from '../objects/resource.js';
import type { ParamScope } from './params.js';

/** The scope of kinds that are not built in: by their definitions, or else by where their objects are. */
export function paramKindsOf(objects: readonly Json[]): Readonly<Record<string, ParamScope>> {
  const scopes = new Map<string, ParamScope>();
  for (const object of objects) {
    const [apiVersion, kind] = [textAt(object, 'apiVersion'), textAt(object, 'kind')];
    if (findKind(apiVersion, kind)) continue;
    const isInNamespace = textAt(metadataOf(object), 'namespace') !== '';
    if (isInNamespace || !scopes.has(`${apiVersion}/${kind}`))
      scopes.set(`${apiVersion}/${kind}`, isInNamespace ? 'Namespaced' : 'Cluster');
  }
  for (const definition of objects.filter(({ kind }) => kind === 'CustomResourceDefinition')) {
    const { group, kind, namespaced, versions } = definitionOf(definition);
    for (const version of versions.keys())
      scopes.set(`${group}/${version}/${kind}`, namespaced ? 'Namespaced' : 'Cluster');
  }
  return Object.fromEntries(scopes);
}
