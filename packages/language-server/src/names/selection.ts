import { own } from '@podlint/plain';
import type { NodeId } from '@podlint/syntax';
import { labelsMatch } from '@podlint/model';
import { descend } from './pod-parts.js';
import { podLabelsOf, textsOf, type PlacedObject } from './objects.js';

/**
 * The selector that an entry of its labels, or a value of its expressions, is in: a map of labels, or one with
 * matchLabels and matchExpressions.
 */
export function selectorAround({ document, root }: PlacedObject, entry: NodeId): NodeId | undefined {
  for (let at = document.parent(entry); at !== undefined && at !== root; at = document.parent(at)) {
    const key = document.key(at);
    if (key === 'matchLabels' || key === 'matchExpressions') return document.parent(at);
    if (key === 'selector') return at;
  }
  return undefined;
}

/** Whether the Pods of an object have the labels that a selector asks for. */
export function selects(of: PlacedObject, selector: NodeId, object: PlacedObject): boolean {
  const pods = object.namespace === of.namespace ? podLabelsOf(object) : undefined;
  if (!pods) return false;
  const { document } = of;
  const isMap =
    document.child(selector, 'matchLabels') === undefined && document.child(selector, 'matchExpressions') === undefined;
  if (isMap)
    return Object.entries(textsOf(document, selector)).every(([key, value]) => own(pods.labels, key) === value);
  return labelsMatch(asSelector(of, selector), pods.labels);
}

function asSelector({ document }: PlacedObject, selector: NodeId): Parameters<typeof labelsMatch>[0] {
  const labels = document.child(selector, 'matchLabels');
  const expressions = document.child(selector, 'matchExpressions');
  return {
    ...(labels !== undefined && document.kind(labels) === 'mapping' && { matchLabels: textsOf(document, labels) }),
    ...(expressions !== undefined &&
      document.kind(expressions) === 'sequence' && {
        matchExpressions: document.children(expressions).map((node) => expressionOf(document, node)),
      }),
  };
}

function expressionOf(
  document: PlacedObject['document'],
  node: NodeId,
): { key: string; operator: string; values: string[] } {
  const text = (name: string): string => {
    const child = document.kind(node) === 'mapping' ? document.child(node, name) : undefined;
    return (child === undefined ? undefined : document.scalarText(child)) ?? '';
  };
  const values = document.kind(node) === 'mapping' ? document.child(node, 'values') : undefined;
  return {
    key: text('key'),
    operator: text('operator'),
    values:
      values === undefined || document.kind(values) !== 'sequence'
        ? []
        : document.children(values).map((value) => document.scalarText(value) ?? ''),
  };
}

/** Whether a Service sends what it gets to the Pods of an object. */
export function servesPods(service: PlacedObject, object: PlacedObject): boolean {
  const selector =
    service.kind === 'Service' ? descend(service.document, service.root, ['spec', 'selector']) : undefined;
  return (
    selector !== undefined &&
    service.document.kind(selector) === 'mapping' &&
    service.document.children(selector).length > 0 &&
    selects(service, selector, object)
  );
}
