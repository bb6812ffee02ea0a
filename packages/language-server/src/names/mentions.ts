import type { PodPart } from '@podlint/kinds';
import { startupTimeAnnotation } from '@podlint/kubelet';
import { own } from '@podlint/plain';
import { isClusterScoped } from '@podlint/model';
import type { NodeId, Range } from '@podlint/syntax';
import type { PlacedObject } from './objects.js';
import { referenceOf } from './references.js';
import { typedScalars, type Struct, type TypedScalar } from './walk.js';

type Named = PodPart | 'object' | 'key' | 'label' | 'selected port' | 'service port';

/** A place that gives a name or uses one. */
export interface Mention {
  readonly object: PlacedObject;
  readonly what: Named;
  readonly name: string;
  /** The same for all mentions of the same thing. */
  readonly symbol: string;
  readonly role: 'definition' | 'reference';
  readonly node: NodeId;
  /** The name as it stands in the text, with its quotes: the value, the key, or the end of a key. */
  readonly range: Range;
  readonly on: 'value' | 'key' | 'key suffix';
  /** The field that it stands in, with its definition: `core.v1.Volume.name`. */
  readonly field: string;
  /** Of an object: its kind. */
  readonly kind?: string;
  /** Of a label: its key. */
  readonly labelKey?: string;
}

type Found = Pick<Mention, 'what' | 'name' | 'symbol' | 'role'> & Partial<Pick<Mention, 'on' | 'kind' | 'labelKey'>>;

/** Every name in an object, in the order of the text. */
export function mentionsIn(object: PlacedObject): Mention[] {
  if (object.type === undefined) return [];
  return typedScalars(object.document, object.root, object.type).flatMap((scalar) => mentionsOf(object, scalar));
}

function mentionsOf(object: PlacedObject, scalar: TypedScalar): Mention[] {
  const { document } = object;
  const { node } = scalar;
  const found = [
    ...entryMentions(object, scalar),
    ...requirementMentions(object, scalar),
    ...definitionOf(object, scalar),
    ...referencesOf(object, scalar),
  ];
  return found.flatMap((mention): Mention[] => {
    const { on = 'value', name } = mention;
    const range = on === 'value' ? document.rangeOf(node) : document.keyRange(node);
    if (!range || name === '') return [];
    return [
      {
        ...mention,
        object,
        node,
        on,
        field: `${scalar.field.owner}.${scalar.field.name}`,
        range: on === 'key suffix' ? suffixRange(document.text, range, name) : range,
      },
    ];
  });
}

function suffixRange(text: string, { start, end }: Range, name: string): Range {
  const quoted = /["']/.test(text[end - 1] ?? '') ? 1 : 0;
  return { start: Math.max(start, end - quoted - name.length), end: end - quoted };
}

function podSymbol(object: PlacedObject, what: PodPart, name: string): string {
  return ['pod', object.file.uri, object.view.index, object.object.item ?? '', what, name].join('\n');
}

export function objectSymbol(kind: string, namespace: string, name: string): string {
  return ['object', kind, isClusterScoped(kind) ? '' : namespace, name].join('\n');
}

function keySymbol(kind: string, namespace: string, name: string, key: string): string {
  return ['key', kind, namespace, name, key].join('\n');
}

function servicePortSymbol(namespace: string, service: string, port: string): string {
  return ['service port', namespace, service, port].join('\n');
}

const podDefinitions: Readonly<Record<string, PodPart>> = {
  'core.v1.Volume.name': 'volume',
  'core.v1.Container.name': 'container',
  'core.v1.EphemeralContainer.name': 'container',
  'core.v1.ContainerPort.name': 'port',
  'core.v1.PodResourceClaim.name': 'resource claim',
};

function definitionOf(object: PlacedObject, { node, field, around }: TypedScalar): Found[] {
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

function referencesOf(object: PlacedObject, { node, field, around }: TypedScalar): Found[] {
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

/** A value that a selector's expression asks for, or against. */
function requirementMentions(object: PlacedObject, { node, field, around }: TypedScalar): Found[] {
  if (field.owner !== 'meta.v1.LabelSelectorRequirement' || field.name !== 'values') return [];
  const key = around[0] && textBeside(object, around[0].node, 'key');
  return key === undefined || !findsPods(around[1])
    ? []
    : [labelMention(object, key, object.document.scalarText(node) ?? '', 'reference')];
}

function textBeside({ document }: PlacedObject, mapping: NodeId, field: string): string | undefined {
  const node = document.child(mapping, field);
  return node === undefined ? undefined : document.scalarText(node);
}

/** Annotations about a container, that end in its name. */
const containerAnnotations: readonly string[] = [
  startupTimeAnnotation(''),
  'container.apparmor.security.beta.kubernetes.io/',
  'container.seccomp.security.alpha.kubernetes.io/',
];
const defaultContainer = ['kubectl.kubernetes.io/default-container', 'kubectl.kubernetes.io/default-logs-container'];

/** Names in the entries of maps: keys of data, labels, selectors, annotations about containers. */
function entryMentions(object: PlacedObject, { node, field, around }: TypedScalar): Found[] {
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

function annotationMentions(object: PlacedObject, key: string, value: string): Found[] {
  if (defaultContainer.includes(key))
    return [{ what: 'container', name: value, symbol: podSymbol(object, 'container', value), role: 'reference' }];
  const prefix = containerAnnotations.find((start) => key.startsWith(start));
  const name = prefix === undefined ? '' : key.slice(prefix.length);
  return name === ''
    ? []
    : [{ what: 'container', name, symbol: podSymbol(object, 'container', name), role: 'reference', on: 'key suffix' }];
}

function labelMention({ namespace }: PlacedObject, key: string, name: string, role: Mention['role']): Found {
  return { what: 'label', name, labelKey: key, symbol: ['label', namespace, key, name].join('\n'), role };
}

/** Whether metadata is that of a Pod, or of a template that makes some. */
function isOfPod({ kind }: PlacedObject, around: TypedScalar['around']): boolean {
  const holder = around[1];
  return holder?.type === 'core.v1.PodTemplateSpec' || (kind === 'Pod' && holder?.held === undefined);
}

/** Whether an entry is one of the labels that Pods are found by. */
function isPodSelector({ owner, name }: TypedScalar['field'], around: TypedScalar['around']): boolean {
  if (
    `${owner}.${name}` === 'core.v1.ServiceSpec.selector' ||
    `${owner}.${name}` === 'core.v1.ReplicationControllerSpec.selector'
  )
    return true;
  return owner === 'meta.v1.LabelSelector' && name === 'matchLabels' && findsPods(around[0]);
}

/** Other label selectors find namespaces, volumes or certificates. */
function findsPods(selector: Struct | undefined): boolean {
  const holder = selector?.held;
  return (
    holder !== undefined &&
    holder.name !== 'namespaceSelector' &&
    !holder.owner.startsWith('core.v1.PersistentVolumeClaim') &&
    holder.owner !== 'core.v1.ClusterTrustBundleProjection'
  );
}
