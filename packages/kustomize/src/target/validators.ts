import { says } from '../messages.js';
import { BuildFailure } from '../errors.js';
import type { YNode } from '../node/node.js';
import type { Place } from '../origin/place.js';
import { validatedByLabel } from '../resource/annotations.js';
import { idText, sameId } from '../resource/res-id.js';
import { ResourceMap } from '../resource/resource-map.js';
import type { Resource } from '../resource/resource.js';
import type { Transformer } from '../transform/context.js';

/** Validators may change nothing but one label (kusttarget.go, runValidators). */
export function runValidators(map: ResourceMap, load: () => readonly Transformer[]): void {
  for (const { transform } of load()) {
    const before = map.list.map((resource) => resource.copy());
    // It works on a list of its own: what it adds or removes does not count, what it changes does.
    transform(new ResourceMap([...map.list]));
    const after = map.list.map((resource) => resource.copy());
    after.forEach(removeLabel);
    demandSame(before, after);
  }
}

function removeLabel(resource: Resource): void {
  const { [validatedByLabel]: label, ...labels } = resource.map('labels');
  if (label !== undefined) resource.setMap('labels', labels);
}

function demandSame(before: readonly Resource[], after: readonly Resource[]): void {
  for (const resource of before) {
    const others = after.filter(({ id }) => sameId(id, resource.id));
    if (others.length !== 1 || !sameNode(resource.node, others[0]!.node))
      throw new BuildFailure('validator', says.validator({ object: idText(resource.id) }), resource.node.place);
  }
}

/** The same text from the same place. */
function sameNode(a: YNode, b: YNode): boolean {
  return (
    a.kind === b.kind &&
    a.tag === b.tag &&
    a.value === b.value &&
    a.style === b.style &&
    samePlace(a.place, b.place) &&
    a.children.length === b.children.length &&
    a.children.every((child, i) => sameNode(child, b.children[i]!))
  );
}

function samePlace(a: Place | undefined, b: Place | undefined): boolean {
  return a?.file === b?.file && a?.start === b?.start && a?.end === b?.end;
}
