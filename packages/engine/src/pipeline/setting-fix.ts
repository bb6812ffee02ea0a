import type { Fix } from '../findings/diagnostic.js';
import type { SourceObject } from '../documents/objects.js';
import { fieldAt, type FieldSegments } from '../rule/field.js';
import { FieldNodes } from '../rule/field-nodes.js';
import { fixesOf } from '../rule/fixes.js';
import { set } from '../rule/rule.js';

/**
 * A field, by names and indexes from its object down, and what it is to be. An index behind the end of a list adds an
 * item.
 */
export interface FieldSetting {
  readonly at: FieldSegments;
  readonly value: unknown;
}

/** A fix that gives an object fields, with the levels in between; undefined where the text leaves no room for it. */
export function settingFix(
  { document, node }: Pick<SourceObject, 'document' | 'node'>,
  title: string,
  settings: readonly FieldSetting[],
): Fix | undefined {
  return fixesOf(new FieldNodes(document, node), {
    title,
    safety: 'unsafe',
    changes: settings.map(({ at, value }) => set(fieldAt(at), value)),
  })[0];
}
