import { originAnnotation, transformationsAnnotation } from './annotations.js';
import type { Resource } from './resource.js';

/** Where an object comes from or what changed it, as kustomize writes it into annotations (origin.go, Origin). */
export interface Origin {
  readonly path?: string;
  readonly configuredIn?: string | undefined;
  readonly configuredBy?: {
    readonly apiVersion?: string;
    readonly kind?: string;
    readonly name?: string;
    readonly namespace?: string;
  };
}

export function hasOrigin(resource: Resource): boolean {
  return resource.annotation(originAnnotation) !== undefined;
}

export function setOrigin(resource: Resource, origin: Origin): void {
  resource.setMap('annotations', { ...resource.map('annotations'), [originAnnotation]: lines(origin, '').join('') });
}

/** Records a transformation, or the origin of an object that has none: the transformer then made it. */
export function addTransformation(resource: Resource, origin: Origin): void {
  if (!hasOrigin(resource)) {
    setOrigin(resource, origin);
    return;
  }
  const annotations = resource.map('annotations');
  const [first = '', ...rest] = lines(origin, '  ');
  const item = `- ${first.trimStart()}${rest.join('')}`;
  resource.setMap('annotations', {
    ...annotations,
    [transformationsAnnotation]: (annotations[transformationsAnnotation] ?? '') + item,
  });
}

function lines({ path, configuredIn, configuredBy = {} }: Origin, indent: string): string[] {
  const by = Object.entries({
    apiVersion: configuredBy.apiVersion,
    kind: configuredBy.kind,
    name: configuredBy.name,
    namespace: configuredBy.namespace,
  }).flatMap(([name, value]) => (value ? [`${indent}  ${name}: ${value}\n`] : []));
  return [
    ...(path ? [`${indent}path: ${path}\n`] : []),
    ...(configuredIn ? [`${indent}configuredIn: ${configuredIn}\n`] : []),
    ...(by.length > 0 ? [`${indent}configuredBy:\n`, ...by] : []),
  ];
}
