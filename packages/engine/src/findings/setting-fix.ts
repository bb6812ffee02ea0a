import type { FieldPath } from '@podlint/field-path';
import type { Fix } from './diagnostic.js';
import type { SourceObject } from '../documents/objects.js';
import { FieldNodes } from '../rule/field-nodes.js';
import { fixesOf } from '../rule/fixes.js';

/** A field of an object, and what it is to be. An index behind the end of a list adds an item. */
export interface FieldSetting {
  readonly at: FieldPath;
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
    changes: settings.map(({ at, value }) => ({ change: 'set', path: at, value })),
  })[0];
}
