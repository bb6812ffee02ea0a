import type { Range, YamlDocument } from '@podlint/syntax';
import { isReadableWithout } from '../readable-without.js';
import { placeholder, placeholdersOf } from './pattern.js';

/**
 * The placeholders of a document that cannot be read because of them: with something in their place, it can. What Chainsaw
 * fills in it reads as YAML first.
 */
export function placeholdersInBroken({ text, range }: YamlDocument): readonly Range[] {
  const places = placeholdersOf(undefined).within(text, range);
  return places.length > 0 && isReadableWithout(text.slice(range.start, range.end), [withoutPlaceholders])
    ? places
    : [];
}

function withoutPlaceholders(text: string, instead: string): string {
  return text.replace(placeholder, instead);
}
