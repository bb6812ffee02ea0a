import type { Decoded, networking } from '@podlint/model';
import { type DefaultTable, type Defaulting, fill, fillAbsent } from '@podlint/model/defaults';

const portDefaults: DefaultTable<Decoded<networking.NetworkPolicyPort>> = [
  ['protocol', 'TCP', 'a port is one of TCP, unless another protocol is named'],
];

/** SetDefaults_NetworkPolicy and SetDefaults_NetworkPolicyPort. */
export function defaultNetworkPolicy(object: Decoded<networking.NetworkPolicy>, defaulting: Defaulting): void {
  const spec = (object.spec ??= {});
  const { ingress = [], egress = [] } = spec;
  if (!spec.policyTypes?.length) {
    const types = egress.length > 0 ? ['Ingress', 'Egress'] : ['Ingress'];
    fill(spec, 'policyTypes', types, 'it is about incoming traffic, and about outgoing where it has rules', defaulting);
  }
  for (const { ports = [] } of [...ingress, ...egress])
    for (const port of ports) fillAbsent(port, portDefaults, defaulting);
}
