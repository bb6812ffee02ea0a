import { own } from '@podlint/plain';
import { type FeatureGate, FieldPath, type Kind, type Minor, isEnabled, stageOf } from '@podlint/model';
import { podPlaceOf } from '../pod-place.js';
import { type DisabledFields, disabledPodFields } from './disabled-fields.js';
import {
  type FieldPattern,
  type Fields,
  type FoundField,
  findFields,
  parsePattern,
  pathOf,
  saysSomething,
} from './field-pattern.js';
import { dropImageVolumes } from './image-volumes.js';
import { resetProcMounts } from './proc-mounts.js';
import type { Removals } from './removals.js';

/** One for all: the patterns are kept by table, and a new empty one for each object would be kept for ever. */
const noFields: readonly DisabledFields[] = [];

/**
 * Removes, as creation does, what is behind feature gates that are off in that version: in the pod template
 * (DropDisabledPodFields and DropDisabledTemplateFields, pkg/api/pod/util.go), and in the object what is the kind's own.
 * Answers what was removed.
 */
export function dropDisabledFields(
  kind: Kind,
  object: object,
  minor: Minor,
  ownFields: readonly DisabledFields[] = noFields,
): Removals {
  const removals: Removals = { dropped: [], moved: [] };
  const drop = (fields: Fields, base: FieldPath, rules: readonly Rule[]): void => {
    for (const rule of rules) findFields(fields, rule.pattern, (field) => dropField(field, base, rule, removals));
  };
  drop(object as Fields, FieldPath.root, activeRules(ownFields, minor));
  const { template, path } = podPlaceOf(kind, object) ?? {};
  if (!template?.spec || !path) return removals;
  const fields = template.spec as Fields;
  const specPath = path.child('spec');
  drop(fields, specPath, activeRules(disabledPodFields, minor));
  if (isOff('ImageVolume', minor)) dropImageVolumes(fields, specPath, removals);
  if (isOff('ProcMountType', minor)) resetProcMounts(template.spec);
  return removals;
}

/** One pattern of the table. */
interface Rule extends Omit<DisabledFields, 'fields'> {
  readonly pattern: FieldPattern;
}

/** A version that does not know the gate does not know the field either, and refuses it as unknown. */
function isOff(gate: FeatureGate, minor: Minor): boolean {
  return stageOf(gate, minor) !== undefined && !isEnabled(gate, minor);
}

const rulesByTable = new Map<readonly DisabledFields[], Map<Minor, readonly Rule[]>>();

/** The patterns of the table that count in that version. */
function activeRules(table: readonly DisabledFields[], minor: Minor): readonly Rule[] {
  let byMinor = rulesByTable.get(table);
  if (!byMinor) rulesByTable.set(table, (byMinor = new Map<Minor, readonly Rule[]>()));
  let rules = byMinor.get(minor);
  if (!rules) byMinor.set(minor, (rules = rulesOf(table, minor)));
  return rules;
}

function rulesOf(table: readonly DisabledFields[], minor: Minor): Rule[] {
  return table
    .filter(({ gate, since = minor }) => minor >= since && isOff(gate, minor))
    .flatMap(({ fields, ...rule }) => fields.map((field) => ({ ...rule, pattern: parsePattern(field) })));
}

function dropField(
  found: FoundField,
  base: FieldPath,
  { gate, except, emptiedOwner }: Rule,
  { dropped }: Removals,
): void {
  const { owner, holder, name, ownerTrail } = found;
  const value = own(owner, name);
  if (except !== undefined && value === except) return;
  Reflect.deleteProperty(owner, name);
  const ownerGoes = emptiedOwner === 'removed' && holder !== undefined && Object.keys(owner).length === 0;
  if (ownerGoes) Reflect.deleteProperty(holder, String(ownerTrail.at(-1)));
  if (!saysSomething(value)) return;
  const ownerPath = pathOf(base, ownerTrail);
  dropped.push({ path: ownerGoes ? ownerPath : ownerPath.child(name), gate });
}
