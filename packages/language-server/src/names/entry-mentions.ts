import { startupTimeAnnotation } from '@podlint/kubelet';
import { isOfPod, isPodSelector, labelMention } from './label-mentions.js';
import type { FoundName } from './mention.js';
import type { PlacedObject } from './objects.js';
import { keySymbol, podSymbol } from './symbols.js';
import type { TypedScalar } from './walk.js';

/** Annotations about a container, that end in its name. */
const containerAnnotations: readonly string[] = [
  startupTimeAnnotation(''),
  'container.apparmor.security.beta.kubernetes.io/',
  'container.seccomp.security.alpha.kubernetes.io/',
];
const defaultContainer = ['kubectl.kubernetes.io/default-container', 'kubectl.kubernetes.io/default-logs-container'];

/** Names in the entries of maps: keys of data, labels, selectors, annotations about containers. */
export function entryMentions(object: PlacedObject, { node, field, around }: TypedScalar): FoundName[] {
  const { document } = object;
  const key = document.key(node);
  if (typeof key !== 'string') return [];
  const value = document.scalarText(node) ?? '';
  const { owner, name } = field;
  if ((owner === 'core.v1.ConfigMap' || owner === 'core.v1.Secret') && isData(name)) {
    return [
      {
        what: 'key',
        name: key,
        symbol: keySymbol(object.kind, object.namespace, object.name ?? '', key),
        role: 'definition',
        on: 'key',
      },
    ];
  }
  if (owner === 'meta.v1.ObjectMeta' && name === 'annotations') return annotationMentions(object, key, value);
  if (owner === 'meta.v1.ObjectMeta' && name === 'labels' && isOfPod(object, around))
    return [labelMention(object, key, value, 'definition')];
  return isPodSelector(field, around) ? [labelMention(object, key, value, 'reference')] : [];
}

function isData(name: string): boolean {
  return name === 'data' || name === 'binaryData' || name === 'stringData';
}

function annotationMentions(object: PlacedObject, key: string, value: string): FoundName[] {
  if (defaultContainer.includes(key))
    return [{ what: 'container', name: value, symbol: podSymbol(object, 'container', value), role: 'reference' }];
  const prefix = containerAnnotations.find((start) => key.startsWith(start));
  const name = prefix === undefined ? '' : key.slice(prefix.length);
  return name === ''
    ? []
    : [{ what: 'container', name, symbol: podSymbol(object, 'container', name), role: 'reference', on: 'key suffix' }];
}
