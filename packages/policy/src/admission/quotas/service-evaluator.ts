import { parseQuantity, type Decoded, type Quantity, type core } from '@podlint/model';
import type { KubernetesObject } from '@podlint/validation';
import type { Evaluator } from './evaluator.js';

const resources: ReadonlySet<string> = new Set([
  'count/services',
  'services',
  'services.nodeports',
  'services.loadbalancers',
]);

/** pkg/quota/v1/evaluator/core/services.go */
export const serviceEvaluator: Evaluator = {
  counts: (resource) => resources.has(resource),
  isInScope: () => false,
  missing: () => undefined,
  usage(object: KubernetesObject) {
    const { spec = {} } = object as Decoded<core.Service>;
    const isBalanced = spec.type === 'LoadBalancer';
    return new Map([
      ...amount('count/services', 1),
      ...amount('services', 1),
      ...amount('services.loadbalancers', isBalanced ? 1 : 0),
      ...amount('services.nodeports', nodePorts(spec)),
    ]);
  },
};

function nodePorts({ type, ports = [], allocateLoadBalancerNodePorts: allocates }: Decoded<core.ServiceSpec>): number {
  if (type === 'NodePort') return ports.length;
  if (type !== 'LoadBalancer') return 0;
  return allocates === false ? ports.filter(({ nodePort = 0 }) => nodePort !== 0).length : ports.length;
}

function amount(name: string, count: number): readonly (readonly [string, Quantity])[] {
  const quantity = parseQuantity(String(count));
  return quantity ? [[name, quantity]] : [];
}
