import type { Decoded, networking } from '@podlint/model';
import { type DefaultTable, type Defaulting, fillAbsent } from '@podlint/model/defaults';

const parametersDefaults: DefaultTable<Decoded<networking.IngressClassParametersReference>> = [
  ['scope', 'Cluster', 'parameters are in no namespace, unless one is named'],
];

/** SetDefaults_IngressClass. */
export function defaultIngressClass({ spec }: Decoded<networking.IngressClass>, defaulting: Defaulting): void {
  fillAbsent(spec?.parameters, parametersDefaults, defaulting);
}
