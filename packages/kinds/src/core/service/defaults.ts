import { type DefaultTable, type Defaulting, fill, fillAbsent, fillUnset } from '@podlint/model/defaults';
import { type Service, type ServicePort, type ServiceSpec, isReachedFromOutside } from './types.js';

const serviceDefaults: DefaultTable<ServiceSpec> = [
  ['sessionAffinity', 'None', 'a client may reach another pod each time'],
  ['type', 'ClusterIP', 'the service is reached from inside the cluster'],
];
const portDefaults: DefaultTable<ServicePort> = [['protocol', 'TCP', 'most protocols run over TCP']];
const outsideDefaults: DefaultTable<ServiceSpec> = [
  ['externalTrafficPolicy', 'Cluster', 'traffic from outside goes to pods of all nodes'],
];
const insideDefaults: DefaultTable<ServiceSpec> = [
  ['internalTrafficPolicy', 'Cluster', 'traffic from inside goes to pods of all nodes'],
];
const loadBalancerDefaults: DefaultTable<ServiceSpec> = [
  ['allocateLoadBalancerNodePorts', true, 'most load balancers send to ports of the nodes'],
];
const insideTypes: readonly unknown[] = ['NodePort', 'LoadBalancer', 'ClusterIP'];

/** SetDefaults_Service, pkg/apis/core/v1/defaults.go. */
export function defaultService(service: Service, defaulting: Defaulting): void {
  const spec = (service.spec ??= {});
  fillUnset(spec, serviceDefaults, defaulting);
  if (spec.sessionAffinity === 'ClientIP') defaultTimeout(spec, defaulting);
  spec.ports?.forEach((port) => defaultPort(port, defaulting));
  if (isReachedFromOutside(spec)) fillUnset(spec, outsideDefaults, defaulting);
  if (insideTypes.includes(spec.type)) fillAbsent(spec, insideDefaults, defaulting);
  if (spec.type === 'LoadBalancer') fillAbsent(spec, loadBalancerDefaults, defaulting);
}

/** Three hours (DefaultClientIPServiceAffinitySeconds). */
const affinityTimeout = 10_800;

function defaultTimeout(spec: ServiceSpec, defaulting: Defaulting): void {
  if (spec.sessionAffinityConfig?.clientIP?.timeoutSeconds !== undefined) return;
  const config = { clientIP: { timeoutSeconds: affinityTimeout } };
  fill(spec, 'sessionAffinityConfig', config, 'a client is sent to the same pod for three hours', defaulting);
}

function defaultPort(port: ServicePort, defaulting: Defaulting): void {
  fillUnset(port, portDefaults, defaulting);
  if (!port.targetPort) fill(port, 'targetPort', port.port ?? 0, 'pods listen on the same port', defaulting);
}
