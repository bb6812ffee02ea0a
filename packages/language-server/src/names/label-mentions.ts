import type { FoundName, Mention } from './mention.js';
import type { PlacedObject } from './objects.js';
import { textBeside } from './text-beside.js';
import type { Struct, TypedScalar } from './walk.js';

/** A value that a selector's expression asks for, or against. */
export function requirementMentions(object: PlacedObject, { node, field, around }: TypedScalar): FoundName[] {
  if (field.owner !== 'meta.v1.LabelSelectorRequirement' || field.name !== 'values') return [];
  const key = around[0] && textBeside(object, around[0].node, 'key');
  return key === undefined || !findsPods(around[1])
    ? []
    : [labelMention(object, key, object.document.scalarText(node) ?? '', 'reference')];
}

export function labelMention({ namespace }: PlacedObject, key: string, name: string, role: Mention['role']): FoundName {
  return { what: 'label', name, labelKey: key, symbol: ['label', namespace, key, name].join('\n'), role };
}

/** Whether metadata is that of a Pod, or of a template that makes some. */
export function isOfPod({ kind }: PlacedObject, around: TypedScalar['around']): boolean {
  const holder = around[1];
  return holder?.type === 'core.v1.PodTemplateSpec' || (kind === 'Pod' && holder?.held === undefined);
}

/** Whether an entry is one of the labels that Pods are found by. */
export function isPodSelector({ owner, name }: TypedScalar['field'], around: TypedScalar['around']): boolean {
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
