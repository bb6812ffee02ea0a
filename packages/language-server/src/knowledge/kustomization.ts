import { chartWords } from './kustomization/chart-words.js';
import { entryWords } from './kustomization/entry-words.js';
import type { FieldWords, WordsByField } from './kustomization/field-words.js';
import { kustomizationWords } from './kustomization/kustomization-words.js';

/** In the order in which they are proposed: deprecated ones come last all the same. */
const table: WordsByField = { ...kustomizationWords, ...entryWords, ...chartWords };

const fields = new Map(
  Object.entries(table).map(([name, words], place) => [
    name,
    { ...(typeof words === 'string' ? { words } : words), place },
  ]),
);

/** `field`: such as `Patch.path`. `place`: among all. */
export function fieldWords(field: string): (FieldWords & { readonly place: number }) | undefined {
  return fields.get(field);
}

/** The values that a field can have, or often has. */
const values: ReadonlyMap<string, readonly string[]> = new Map([
  ['Kustomization.kind', ['Kustomization', 'Component']],
  ['Kustomization.apiVersion', ['kustomize.config.k8s.io/v1beta1', 'kustomize.config.k8s.io/v1alpha1']],
  // api/types/kustomization.go, BuildMetadataOptions.
  ['Kustomization.buildMetadata', ['managedByLabel', 'originAnnotations', 'transformerAnnotations']],
  // api/types/generationbehavior.go.
  ['GeneratorArgs.behavior', ['create', 'merge', 'replace']],
  // api/types/sortoptions.go.
  ['SortOptions.order', ['legacy', 'fifo']],
  ['FieldOptions.encoding', ['base64']],
  // api/internal/builtins/HelmChartInflationGenerator.go, validateArgs.
  ['HelmChart.valuesMerge', ['override', 'replace', 'merge']],
  ['HelmChartArgs.valuesMerge', ['override', 'replace', 'merge']],
]);

export function kustomizationValues(field: string): readonly string[] {
  return values.get(field) ?? [];
}

/** What an item of a list begins with, or what a struct cannot do without. */
const leads: ReadonlyMap<string, readonly string[]> = new Map([
  ['Patch', ['path']],
  ['Image', ['name']],
  ['Replica', ['name', 'count']],
  ['Label', ['pairs']],
  ['GeneratorArgs', ['name']],
  ['ReplacementField', ['source', 'targets']],
  ['SourceSelector', ['kind', 'name']],
  ['TargetSelector', ['select', 'fieldPaths']],
  ['Var', ['name', 'objref']],
  ['Target', ['kind', 'name']],
  ['FieldSpec', ['path']],
  ['SortOptions', ['order']],
  ['HelmChart', ['name']],
]);

/** `type`: such as `Patch`. */
export function leadingFields(type: string): readonly string[] {
  return leads.get(type) ?? [];
}
