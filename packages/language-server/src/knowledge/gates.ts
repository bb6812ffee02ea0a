import { stageOf, type FeatureGate, type GateStage, type Minor } from '@podlint/model';
import { disabledPodFields, type DisabledFields } from '@podlint/validation';
import { kindModules } from '@podlint/kinds';
import { fieldOfPattern } from '@podlint/schema';

/** The gate that a field is behind; a version in which it is off drops the field. */
export interface FieldGate {
  readonly gate: FeatureGate;
  readonly stage: GateStage;
}

let gates: ReadonlyMap<string, FeatureGate> | undefined;

/** The gate of each field that has one, by definition and name. */
function gatesByField(): ReadonlyMap<string, FeatureGate> {
  return new Map([
    ...gatesIn('core.v1.PodSpec', [
      ...disabledPodFields,
      { gate: 'ImageVolume', fields: ['volumes[].image'] },
      { gate: 'ProcMountType', fields: ['containers[].securityContext.procMount'] },
    ]),
    ...Object.values(kindModules).flatMap(({ kind, disabledFields = [] }) => gatesIn(kind.definition, disabledFields)),
  ]);
}

function gatesIn(from: string, table: readonly DisabledFields[]): (readonly [field: string, gate: FeatureGate])[] {
  // A field of which one value has always been taken is not new.
  return table
    .filter(({ except }) => except === undefined)
    .flatMap(({ gate, fields }) => fields.map((pattern) => [keyOf(from, pattern), gate] as const));
}

function keyOf(from: string, pattern: string): string {
  const { owner, name } = fieldOfPattern(from, pattern);
  return `${owner}.${name}`;
}

/** The gate that a field is behind in that version; undefined where it is behind none. */
export function gateOf(owner: string, name: string, minor: Minor): FieldGate | undefined {
  const gate = (gates ??= gatesByField()).get(`${owner}.${name}`);
  const stage = gate && stageOf(gate, minor);
  return gate && stage && { gate, stage };
}
