import { descend } from '../../names/pod-parts.js';
import { objectsOf, podLabelsOf, textsOf, type PlacedObject } from '../../names/objects.js';
import type { WorkspaceView } from '../../service/file-view.js';

/** The labels that objects, their Pods and selectors in the workspace have: values by key. */
function labelsOf(workspace: WorkspaceView): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const object of objectsOf(workspace)) {
    for (const labels of labelSetsOf(object)) {
      for (const [key, value] of Object.entries(labels)) {
        if (value === '') continue;
        let values = found.get(key);
        if (!values) found.set(key, (values = new Set()));
        values.add(value);
      }
    }
  }
  return found;
}

const places: readonly (readonly string[])[] = [
  ['metadata', 'labels'],
  ['spec', 'selector'],
  ['spec', 'selector', 'matchLabels'],
  ['spec', 'podSelector', 'matchLabels'],
];

function labelSetsOf(object: PlacedObject): Record<string, string>[] {
  const { document, root } = object;
  const nodes = [...places.map((path) => descend(document, root, path)), podLabelsOf(object)?.node];
  return nodes.flatMap((node) =>
    node === undefined || document.kind(node) !== 'mapping' ? [] : [textsOf(document, node)],
  );
}

export function labelKeys(workspace: WorkspaceView): string[] {
  return [...labelsOf(workspace).keys()];
}

export function labelValues(key: string, workspace: WorkspaceView): string[] {
  return [...(labelsOf(workspace).get(key) ?? [])];
}
