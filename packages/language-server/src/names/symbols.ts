import type { PodPart } from '@podlint/kinds';
import { isClusterScoped } from '@podlint/model';
import type { PlacedObject } from './objects.js';

export function podSymbol(object: PlacedObject, what: PodPart, name: string): string {
  return ['pod', object.file.uri, object.view.index, object.object.item ?? '', what, name].join('\n');
}

export function objectSymbol(kind: string, namespace: string, name: string): string {
  return ['object', kind, isClusterScoped(kind) ? '' : namespace, name].join('\n');
}

export function keySymbol(kind: string, namespace: string, name: string, key: string): string {
  return ['key', kind, namespace, name, key].join('\n');
}

export function servicePortSymbol(namespace: string, service: string, port: string): string {
  return ['service port', namespace, service, port].join('\n');
}
