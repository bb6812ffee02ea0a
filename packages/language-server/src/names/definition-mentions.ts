import type { PodPart } from '@podlint/kinds';
import { own } from '@podlint/plain';
import type { FoundName } from './mention.js';
import type { PlacedObject } from './objects.js';
import { objectSymbol, podSymbol, servicePortSymbol } from './symbols.js';
import type { TypedScalar } from './walk.js';

const podDefinitions: Readonly<Record<string, PodPart>> = {
  'core.v1.Volume.name': 'volume',
  'core.v1.Container.name': 'container',
  'core.v1.EphemeralContainer.name': 'container',
  'core.v1.ContainerPort.name': 'port',
  'core.v1.PodResourceClaim.name': 'resource claim',
};

export function definitionOf(object: PlacedObject, { node, field, around }: TypedScalar): FoundName[] {
  const name = object.document.scalarText(node) ?? '';
  const part = own(podDefinitions, `${field.owner}.${field.name}`);
  if (part) return [{ what: part, name, symbol: podSymbol(object, part, name), role: 'definition' }];
  if (field.owner === 'core.v1.ServicePort' && field.name === 'name')
    return [
      {
        what: 'service port',
        name,
        symbol: servicePortSymbol(object.namespace, object.name ?? '', name),
        role: 'definition',
      },
    ];
  if (field.owner !== 'meta.v1.ObjectMeta' || field.name !== 'name') return [];
  const holder = around[1];
  if (holder?.held === undefined)
    return [
      {
        what: 'object',
        kind: object.kind,
        name,
        symbol: objectSymbol(object.kind, object.namespace, name),
        role: 'definition',
      },
    ];
  return holder.held.name === 'volumeClaimTemplates'
    ? [{ what: 'volume', name, symbol: podSymbol(object, 'volume', name), role: 'definition' }]
    : [];
}
