import { own } from '@podlint/plain';
import type { JsonValue } from '@podlint/syntax';
import { splitImage } from '../transform/image-name.js';
import { isFields, nameOf, sortedByName, type Entry } from './entries.js';

/** Keeps what the entry has already (preserveSeparator). */
const keep = '*';

interface Image {
  readonly name: string;
  readonly newName: string;
  readonly newTag: string;
  readonly digest: string;
}

/** `name=newName:newTag@digest`, as `kustomize edit set image` reads it (setimage.go, parse); undefined: it says nothing. */
function parsed(argument: string): Image | undefined {
  const equals = argument.indexOf('=');
  const { name, tag, digest } = splitImage(argument.slice(equals + 1));
  if (name === argument) return undefined;
  if (equals < 0) return { name, newName: '', newTag: tag, digest };
  return { name: argument.slice(0, equals), newName: name, newTag: tag, digest };
}

/** The entries of `images` then, sorted by name (setimage.go, RunSetImage); undefined where it refuses one. */
export function setImages(present: readonly JsonValue[], asked: readonly string[]): Entry[] | undefined {
  const before = new Map(present.map((value) => [nameOf(value), value]));
  const after = new Map<string, Entry>();
  for (const [index, value] of present.entries()) after.set(nameOf(value), { value, of: 'file', index });
  for (const [index, argument] of asked.entries()) {
    const image = parsed(argument);
    if (!image) return undefined;
    after.set(image.name, { value: entryOf(image, before.get(image.name)), of: 'edit', index });
  }
  return sortedByName(after);
}

function entryOf({ name, ...asked }: Image, before: JsonValue | undefined): JsonValue {
  const old = (field: string): string => {
    const value = isFields(before) ? own(before, field) : undefined;
    return typeof value === 'string' ? value : '';
  };
  const fields = Object.entries(asked).map(([field, value]) => [field, value === keep ? old(field) : value] as const);
  return Object.fromEntries([['name', name], ...fields.filter(([, value]) => value !== '')]);
}
