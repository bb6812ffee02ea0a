import { stageOf, type FeatureGate, type GateStage, type Minor } from '@podlint/model';
import { disabledPodFields, disabledWorkloadFields, type DisabledFields } from '@podlint/validation';
import { kindNamed, ownedField } from './structure.js';

/** The gate that a field is behind; a version in which it is off drops the field. */
export interface FieldGate {
  readonly gate: FeatureGate;
  readonly stage: GateStage;
}

/** The gate of each field that has one, by definition and name. */
const gates = new Map<string, FeatureGate>();
enter('core.v1.PodSpec', [
  ...disabledPodFields,
  { gate: 'ImageVolume', fields: ['volumes[].image'] },
  { gate: 'ProcMountType', fields: ['containers[].securityContext.procMount'] },
]);
for (const [kind, table] of Object.entries(disabledWorkloadFields))
  enter(kindNamed(undefined, kind)!.definition, table);

function enter(from: string, table: readonly DisabledFields[]): void {
  for (const { gate, fields, except } of table) {
    // A field of which one value has always been taken is not new.
    if (except === undefined) for (const pattern of fields) gates.set(ownerAndName(from, pattern), gate);
  }
}

/** `containers[].env` of a PodSpec -> `core.v1.Container.env`. */
function ownerAndName(from: string, pattern: string): string {
  const names = pattern.replaceAll('[]', '').split('.');
  const owner = names.slice(0, -1).reduce((type, name) => ownedField(type, name)?.type ?? type, from);
  return `${owner}.${names.at(-1)}`;
}

/** The gate that a field is behind in that version; undefined where it is behind none. */
export function gateOf(owner: string, name: string, minor: Minor): FieldGate | undefined {
  const gate = gates.get(`${owner}.${name}`);
  const stage = gate && stageOf(gate, minor);
  return gate && stage && { gate, stage };
}
