import { FieldPath } from '@podlint/field-path';
import { nodeAt } from '../findings/locate.js';
import type { InspectedObject } from '../verdict/inspected.js';
import { fitsRuleGlob } from './rule-table.js';

type OneOrMore = string | readonly string[];

/** Which objects are meant. All that is said has to fit; of a list one entry. `*` stands for any characters. */
export interface ObjectSelector {
  readonly kinds?: OneOrMore | undefined;
  readonly namespaces?: OneOrMore | undefined;
  readonly names?: OneOrMore | undefined;
  /** The object has each of these labels, with that value. */
  readonly labels?: Readonly<Record<string, string>> | undefined;
}

export function selects(selector: ObjectSelector, { document, object }: InspectedObject): boolean {
  if (!object) return false;
  const { kinds, namespaces, names, labels = {} } = selector;
  return (
    fits(kinds, object.description.kind) &&
    fits(namespaces, object.namespace ?? 'default') &&
    fits(names, object.name) &&
    Object.entries(labels).every(([key, wanted]) => fits(wanted, labelOf({ document, object }, key)))
  );
}

const labelsPath = FieldPath.root.child('metadata', 'labels');

function labelOf({ document, object }: Pick<InspectedObject, 'document' | 'object'>, key: string): string | undefined {
  const node = object && nodeAt(document, object.node, labelsPath.key(key));
  return node === undefined ? undefined : (document.scalarText(node) ?? undefined);
}

/** Whether a text fits one of the globs; without any everything does. */
export function fits(globs: OneOrMore | undefined, text: string | undefined): boolean {
  if (globs === undefined) return true;
  if (text === undefined) return false;
  return (typeof globs === 'string' ? [globs] : globs).some((glob) =>
    glob.includes('*') ? fitsRuleGlob(glob, text) : glob === text,
  );
}
