import type { Range } from '@podlint/syntax';
import { definitionOf } from './definition-mentions.js';
import { entryMentions } from './entry-mentions.js';
import { requirementMentions } from './label-mentions.js';
import type { Mention } from './mention.js';
import type { PlacedObject } from './objects.js';
import { referencesOf } from './reference-mentions.js';
import { typedScalars, type TypedScalar } from './walk.js';

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
