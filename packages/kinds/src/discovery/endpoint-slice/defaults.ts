import type { Decoded, discovery } from '@podlint/model';
import { type DefaultTable, type Defaulting, fillAbsent } from '@podlint/model/defaults';

const portDefaults: DefaultTable<Decoded<discovery.EndpointPort>> = [
  ['name', '', 'the only port needs no name'],
  ['protocol', 'TCP', 'a port is one of TCP, unless another protocol is named'],
];

/** SetDefaults_EndpointPort. */
export function defaultEndpointSlice({ ports = [] }: Decoded<discovery.EndpointSlice>, defaulting: Defaulting): void {
  for (const port of ports) fillAbsent(port, portDefaults, defaulting);
}
