import type { FoundName } from './mention.js';
import type { PlacedObject } from './objects.js';
import { referenceOf } from './references.js';
import { keySymbol, objectSymbol, podSymbol, servicePortSymbol } from './symbols.js';
import { textBeside } from './text-beside.js';
import type { TypedScalar } from './walk.js';

export function referencesOf(object: PlacedObject, { node, field, around }: TypedScalar): FoundName[] {
  const { document, namespace } = object;
  const name = document.scalarText(node) ?? '';
  const reference = referenceOf(field.owner, field.name, around[1]?.type);
  if (!reference) return [];
  switch (reference.to) {
    case 'object': {
      const kind =
        typeof reference.kind === 'string' ? reference.kind : textBeside(object, around[0]!.node, reference.kind.field);
      const of = textBeside(object, around[0]!.node, 'namespace') ?? namespace;
      return kind === undefined
        ? []
        : [{ what: 'object', kind, name, symbol: objectSymbol(kind, of, name), role: 'reference' }];
    }
    case 'key': {
      const holder = field.owner === 'core.v1.KeyToPath' ? around[1] : around[0];
      const of = holder && textBeside(object, holder.node, reference.namedBy);
      return of === undefined
        ? []
        : [{ what: 'key', name, symbol: keySymbol(reference.kind, namespace, of, name), role: 'reference' }];
    }
    case 'service port': {
      const service = around[1] && textBeside(object, around[1].node, 'name');
      return service === undefined
        ? []
        : [{ what: 'service port', name, symbol: servicePortSymbol(namespace, service, name), role: 'reference' }];
    }
    case 'selected port':
      return typeof document.value(node) === 'string'
        ? [{ what: 'selected port', name, symbol: `selected port\n${object.file.uri}\n${node}`, role: 'reference' }]
        : [];
    case 'port':
      return typeof document.value(node) === 'string'
        ? [{ what: 'port', name, symbol: podSymbol(object, 'port', name), role: 'reference' }]
        : [];
    default:
      return [{ what: reference.to, name, symbol: podSymbol(object, reference.to, name), role: 'reference' }];
  }
}
