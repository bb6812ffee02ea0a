import type { Decoded, core } from '@podlint/model';
import { type DefaultTable, type Defaulting, fillUnset } from '@podlint/model/defaults';

const portDefaults: DefaultTable<Decoded<core.EndpointPort>> = [['protocol', 'TCP', 'most protocols run over TCP']];

/** SetDefaults_Endpoints, pkg/apis/core/v1/defaults.go. */
export function defaultEndpoints({ subsets }: Decoded<core.Endpoints>, defaulting: Defaulting): void {
  for (const { ports } of subsets ?? []) ports?.forEach((port) => fillUnset(port, portDefaults, defaulting));
}
