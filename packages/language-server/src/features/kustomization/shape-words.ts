import type { Shape } from '@podlint/kustomize/file';

/** `list of text`: what a field takes, as short as it can be said. */
export function shapeWords(shape: Shape): string {
  switch (shape.type) {
    case 'flag':
      return 'boolean';
    case 'integer':
      return 'integer';
    case 'text':
      return 'string';
    case 'anything':
      return 'any value';
    case 'list':
      return `list of ${shape.item.type === 'struct' ? shape.item.name : shapeWords(shape.item)}`;
    case 'map':
      return `map of ${shapeWords(shape.item)}`;
    case 'struct':
      return shape.name;
  }
}
