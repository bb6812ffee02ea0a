import { findKind, type Kind } from '@podlint/model';
import { customReferencesOf } from './custom-references.js';
import { kindWithTemplate } from './embedded/find.js';
import { moduleOf } from './module-of.js';
import { podReferences } from './pod-references.js';
import { objectOfKindBeside, type FieldReferences } from './reference.js';
import { ReferenceTable } from './reference-walk.js';

/** Of any object: those that it goes away with (apimachinery/pkg/apis/meta/v1, ObjectMeta). */
const owners: FieldReferences = { refersTo: objectOfKindBeside, fields: ['metadata.ownerReferences[].name'] };

/** What the fields of a kind's objects refer to, those of its pod template among them. */
export function referencesOf(kind: Kind): readonly FieldReferences[] {
  const { references: own = [] } = moduleOf(kind);
  return [owners, ...own, ...referencesOfTemplate(kind)];
}

function referencesOfTemplate({ podTemplate }: Kind): readonly FieldReferences[] {
  if (!podTemplate) return [];
  const base = [...podTemplate, 'spec'].join('.');
  return podReferences().map(({ refersTo, fields }) => ({
    refersTo,
    fields: fields.map((field) => `${base}.${field}`),
  }));
}

let ofPods: ReferenceTable | undefined;

/** Of a pod's spec by itself, where an object has several. */
export function podReferenceTable(): ReferenceTable {
  return (ofPods ??= new ReferenceTable(podReferences()));
}

const tables = new Map<string, ReferenceTable>();
const ownersAlone = new ReferenceTable([owners]);

/** The same for objects of any kind, as far as podlint knows it, for a walk over them. */
export function referenceTableOf(apiVersion: string, kindName: string): ReferenceTable {
  const name = `${apiVersion} ${kindName}`;
  const known = tables.get(name);
  if (known) return known;
  const references = knownReferences(apiVersion, kindName);
  if (references.length === 0) return ownersAlone;
  const table = new ReferenceTable(references);
  tables.set(name, table);
  return table;
}

function knownReferences(apiVersion: string, kindName: string): readonly FieldReferences[] {
  const kind = findKind(apiVersion, kindName);
  if (kind) return referencesOf(kind);
  const withTemplate = kindWithTemplate(apiVersion, kindName);
  const own = [
    ...customReferencesOf(apiVersion, kindName),
    ...(withTemplate ? referencesOfTemplate(withTemplate) : []),
  ];
  return own.length === 0 ? own : [owners, ...own];
}
