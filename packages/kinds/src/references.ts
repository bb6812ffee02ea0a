import type { Kind } from '@podlint/model';
import { moduleOf } from './module-of.js';
import { podReferences } from './pod-references.js';
import type { FieldReferences } from './reference.js';

/** What the fields of a kind's objects refer to, those of its pod template among them. */
export function referencesOf(kind: Kind): readonly FieldReferences[] {
  const { references: own = [] } = moduleOf(kind);
  const { podTemplate } = kind;
  if (!podTemplate) return own;
  const base = [...podTemplate, 'spec'].join('.');
  const ofPods = podReferences().map(({ refersTo, fields }) => ({
    refersTo,
    fields: fields.map((field) => `${base}.${field}`),
  }));
  return [...own, ...ofPods];
}
