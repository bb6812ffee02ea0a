import { FieldPath } from '@podlint/field-path';
import { isMapping } from '../documents/formats/format.js';
import { describeObject } from '@podlint/schema';
import { podTemplateIn } from '../documents/pod-template.js';
import type { Decoded } from '../verdict/decoded.js';
import type { SideObject } from './side-object.js';

export type Fields = Readonly<Record<string, unknown>>;

/** An object as the server holds it, or as it is written where nobody knows its defaults. */
export interface Held {
  readonly group: string;
  readonly kind: string;
  readonly name: string;
  readonly value: Fields;
  readonly template?: { readonly path: FieldPath; readonly value: Fields };
}

export function heldOf({ identity, value: written }: SideObject, decoded: Decoded | undefined): Held {
  const { group, kind, name } = identity;
  const value = decoded?.value ?? written;
  const way = podTemplateIn({ description: describeObject(written) });
  const template = way && at(value, ...way);
  return {
    ...{ group, kind, name, value },
    ...(way && isFields(template) && { template: { path: FieldPath.root.below(way), value: template } }),
  };
}

export function isFields(value: unknown): value is Fields {
  return isMapping(value as never);
}

/** What stands at a way through an object. */
export function at(value: unknown, ...way: readonly string[]): unknown {
  let here = value;
  for (const name of way) here = isFields(here) && Object.hasOwn(here, name) ? here[name] : undefined;
  return here;
}

export function textAt(value: unknown, ...way: readonly string[]): string | undefined {
  const found = at(value, ...way);
  return typeof found === 'string' ? found : undefined;
}

export function numberAt(value: unknown, ...way: readonly string[]): number | undefined {
  const found = at(value, ...way);
  return typeof found === 'number' ? found : undefined;
}

/** The items of a list that are maps. */
export function itemsAt(value: unknown, ...way: readonly string[]): readonly Fields[] {
  const found = at(value, ...way);
  return Array.isArray(found) ? found.filter(isFields) : [];
}

/** A container of a Pod, and where it stands. */
export interface HeldContainer {
  readonly name: string;
  readonly list: string;
  readonly value: Fields;
  readonly path: FieldPath;
}

export function containersOf({ template }: Held, lists = ['initContainers', 'containers']): HeldContainer[] {
  if (!template) return [];
  return lists.flatMap((list) =>
    itemsAt(template.value, 'spec', list).map((value, index) => ({
      ...{ list, value, name: textAt(value, 'name') ?? '' },
      path: template.path.child('spec', list).index(index),
    })),
  );
}
