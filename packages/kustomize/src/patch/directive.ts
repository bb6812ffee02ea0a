import { says } from '../messages.js';
import { BuildFailure } from '../errors.js';
import { setElement } from '../node/elements.js';
import { clearField, fieldOf } from '../node/fields.js';
import { Kind, type YNode } from '../node/node.js';

export type Directive = 'merge' | 'replace' | 'delete';

const key = '$patch';
const directives: readonly string[] = ['merge', 'replace', 'delete'];

/** What a patch says of how it is to be applied here; the word itself is taken out of it (smpdirective.go). */
export function takeDirective(patch: YNode | undefined): Directive {
  if (!patch) return 'merge';
  if (patch.kind === Kind.sequence) return takeFromList(patch);
  if (patch.kind === Kind.mapping) return takeFromMap(patch);
  throw new BuildFailure('patch-spec', says['merge-scalar'](), patch.place);
}

function takeFromMap(patch: YNode): Directive {
  const value = fieldOf(patch, key);
  if (!value) return 'merge';
  const directive = known(value);
  clearField(patch, key);
  return directive;
}

/** An item that holds nothing but the word speaks for the list. */
function takeFromList(patch: YNode): Directive {
  const item = patch.content.find((element) => fieldOf(element, key) !== undefined);
  if (!item || item.content.length > 2) return 'merge';
  const directive = known(fieldOf(item, key)!);
  setElement(patch, undefined, [key], [directive]);
  return directive;
}

function known(value: YNode): Directive {
  if (directives.includes(value.value)) return value.value as Directive;
  throw new BuildFailure('patch-spec', says.directive({ value: value.value }), value.place);
}
