import { own } from '@podlint/plain';
import type { Structured } from '@podlint/model';
import type { JsonValue } from '@podlint/syntax';
import { hasShapeOf } from './shape.js';
import { isObject } from './source.js';
import { definitionOf, type Field } from './structure.js';

/**
 * What people cut out of a manifest to show it. Not objects: no server takes them, but their structure can be checked.
 */
const podSpec: Structured = { kind: 'PodSpec', definition: 'core.v1.PodSpec' };
const container: Structured = { kind: 'Container', definition: 'core.v1.Container' };

/** The part of a Pod that a mapping without apiVersion and kind is, if its fields leave no doubt. */
export function fragmentKind(json: JsonValue): Structured | undefined {
  const [only, ...others] = [podSpec, container].filter(({ definition }) => isPartOf(definition, json));
  return others.length === 0 ? only : undefined;
}

/**
 * Every field is one of the type, and holds what that field takes; and at least one holds structs of its own in which
 * something is known: names such as `image` or `env` alone occur in files of many other programs.
 */
export function isPartOf(type: string, json: JsonValue | undefined): boolean {
  const definition = definitionOf(type);
  if (!definition || !isObject(json)) return false;
  const entries = Object.entries(json);
  const fits = entries.every(([name, value]) => Object.hasOwn(definition, name) && hasShapeOf(definition[name], value));
  return fits && entries.some(([name, value]) => isTelling(own(definition, name)!, value));
}

function isTelling({ type, shape }: Field, value: JsonValue): boolean {
  const definition = shape === 'map' ? undefined : definitionOf(type);
  const structs = Array.isArray(value) ? value : [value];
  return (
    definition !== undefined &&
    structs.length > 0 &&
    structs.every((struct) => isObject(struct) && Object.keys(struct).some((name) => Object.hasOwn(definition, name)))
  );
}
