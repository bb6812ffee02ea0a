import type { Decoded, apiregistration } from '@podlint/model';
import { type DefaultTable, type Defaulting, fillAbsent } from '@podlint/model/defaults';

const serviceDefaults: DefaultTable<Decoded<apiregistration.ServiceReference>> = [['port', 443, 'the port of https']];

/** SetDefaults_ServiceReference, kube-aggregator/pkg/apis/apiregistration/v1/defaults.go. */
export function defaultAPIService({ spec }: Decoded<apiregistration.APIService>, defaulting: Defaulting): void {
  fillAbsent(spec?.service, serviceDefaults, defaulting);
}
