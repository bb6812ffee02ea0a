import { referencesOf, type FieldReferences, type Reference } from '@podlint/kinds';
import { kinds } from '@podlint/model';
import { fieldOfPattern } from '@podlint/schema';

/** What a field refers to, whatever the kind that it is found in. */
interface KnownField {
  /** By the definition of what holds the field's owner. */
  readonly byHolder: Map<string | undefined, Reference>;
  /** Where it is the same in all of them. */
  always: Reference | undefined;
}

let known: ReadonlyMap<string, KnownField> | undefined;

/** Every field that holds the name of something else, by its definition and name. */
function referencesByField(): ReadonlyMap<string, KnownField> {
  const found = new Map<string, KnownField>();
  for (const kind of kinds) for (const references of referencesOf(kind)) enter(kind.definition, references, found);
  return found;
}

function enter(definition: string, { refersTo, fields }: FieldReferences, found: Map<string, KnownField>): void {
  for (const pattern of fields) {
    const { owner, name, holder } = fieldOfPattern(definition, pattern);
    const field = found.get(`${owner}.${name}`);
    if (!field) found.set(`${owner}.${name}`, { byHolder: new Map([[holder, refersTo]]), always: refersTo });
    else {
      field.byHolder.set(holder, refersTo);
      if (JSON.stringify(field.always) !== JSON.stringify(refersTo)) field.always = undefined;
    }
  }
}

/**
 * What a field refers to. `around`: the definition of what holds the field's owner, or the list that the owner is an
 * item of. It tells a key of a ConfigMap's volume from one of a Secret's.
 */
export function referenceOf(owner: string, name: string, around: string | undefined): Reference | undefined {
  const field = (known ??= referencesByField()).get(`${owner}.${name}`);
  return field?.always ?? field?.byHolder.get(around);
}

/** Fields that hold the labels of the Pods that an object means. */
const selectors: readonly string[] = [
  'core.v1.ServiceSpec.selector',
  'core.v1.ReplicationControllerSpec.selector',
  'meta.v1.LabelSelector.matchLabels',
];

export function isSelector(owner: string, name: string): boolean {
  return selectors.includes(`${owner}.${name}`);
}
