const domain = 'internal.config.kubernetes.io';

/** Annotations in which kustomize keeps what a build knows of an object, until the end (utils/annotations.go). */
export const Internal = {
  previousKinds: `${domain}/previousKinds`,
  previousNames: `${domain}/previousNames`,
  previousNamespaces: `${domain}/previousNamespaces`,
  prefixes: `${domain}/prefixes`,
  suffixes: `${domain}/suffixes`,
  allowNameChange: `${domain}/allowNameChange`,
  allowKindChange: `${domain}/allowKindChange`,
  refBy: `${domain}/refBy`,
  generatorBehavior: `${domain}/generatorBehavior`,
  needsHashSuffix: `${domain}/needsHashSuffix`,
  helmGenerated: `${domain}/helm-generated`,
} as const;

/** Taken away before the objects are printed (resource.go, BuildAnnotations). */
export const buildAnnotations: readonly string[] = [
  ...Object.values(Internal),
  ...['path', 'index', 'seqindent', 'id', 'annotations-migration-resource-id'].map((name) => `${domain}/${name}`),
  'config.kubernetes.io/path',
  'config.kubernetes.io/index',
  'config.k8s.io/id',
];

/** What survives a JSON patch whatever it does (kioutil.go, GetInternalAnnotations). */
export function isInternal(name: string): boolean {
  return (
    name.startsWith(`${domain}/`) ||
    name === 'config.kubernetes.io/path' ||
    name === 'config.kubernetes.io/index' ||
    name === 'config.k8s.io/id'
  );
}

export const enabled = 'enabled';
export const originAnnotation = 'config.kubernetes.io/origin';
export const transformationsAnnotation = 'alpha.config.kubernetes.io/transformations';
export const localConfigAnnotation = 'config.kubernetes.io/local-config';
export const validatedByLabel = 'validated-by';
export const managedByLabel = 'app.kubernetes.io/managed-by';
