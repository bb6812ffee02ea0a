import type { Decoded, flowcontrol } from '@podlint/model';
import { type DefaultTable, type Defaulting, fillUnset } from '@podlint/model/defaults';

const flowSchemaDefaults: DefaultTable<Decoded<flowcontrol.FlowSchemaSpec>> = [
  ['matchingPrecedence', 1000, 'schemas with a smaller number are asked first'],
];

/** SetDefaults_FlowSchemaSpec. */
export function defaultFlowSchema(object: Decoded<flowcontrol.FlowSchema>, defaulting: Defaulting): void {
  fillUnset((object.spec ??= {}), flowSchemaDefaults, defaulting);
}
