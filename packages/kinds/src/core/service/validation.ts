import { defineMessages } from '@podlint/messages';
import { FieldPath } from '@podlint/model';
import {
  type Context,
  dnsSubdomainProblem,
  ipFieldMessage,
  portNumberProblem,
  qualifiedNameProblem,
  specialIpMessage,
  validateLabels,
} from '@podlint/validation';
import { validateClusterIps } from './cluster-ips.js';
import { isAllocatedPort } from './made-up.js';
import { validatePorts } from './ports.js';
import { validateSourceRanges } from './source-ranges.js';
import { validateTraffic } from './traffic.js';
import { type Service, type ServiceSpec, isHeadless, needsHealthCheck, specPath } from './types.js';

const says = defineMessages('service', {
  'other-topology': 'The annotations "{key}" and "{older}" say different things. Keep "{key}" alone.',
  'no-ports': 'The Service has no ports, so nothing can be sent to it. List at least one.',
  'none-outside':
    'A Service of the type {type} needs an address of its own, and clusterIP: None gives it none. Remove it, or use the type ClusterIP.',
  'not-for-external-name':
    'A Service of the type ExternalName is a name in DNS and has no addresses. Remove {field}, or use another type.',
  'no-external-name': 'A Service of the type ExternalName stands for another name. Set externalName.',
  'invalid-external-name': '"{name}" is not a DNS name: {problem}.',
  'load-balancer-only': '{field} is about load balancers, and the type is {type}. Remove it, or use LoadBalancer.',
  'invalid-class': '"{name}" is not the name of a load balancer class: {problem}.',
  'no-health-check': 'Health checks of nodes are made for load balancers with externalTrafficPolicy: Local. Remove it.',
  'invalid-health-check-port': '{port} is not a port: {problem}.',
});

const topologyMode = 'service.kubernetes.io/topology-mode';
const topologyHints = 'service.kubernetes.io/topology-aware-hints';

/** validateService, pkg/apis/core/validation/validation.go. `old`: the stored one, on update. */
export function validateService(service: Service, old: Service | undefined, context: Context): void {
  const { spec = {} } = service;
  validateTopology(service, context);
  validateType(spec, context);
  validatePorts(spec, context);
  validateLabels(spec.selector, specPath.child('selector'), context);
  validateClusterIps(spec, storedAddresses(spec, old), context);
  validateExternalIps(spec.externalIPs ?? [], old?.spec?.externalIPs ?? [], context);
  validateSourceRanges(service, old, context);
  validateLoadBalancer(spec, context);
  validateHealthCheckPort(spec, context);
  validateTraffic(spec, context);
}

/** What the storage took for the new Service is as good as stored. */
function storedAddresses(spec: ServiceSpec, old: Service | undefined): ServiceSpec {
  return { clusterIPs: [...(old?.spec?.clusterIPs ?? []), ...(spec.clusterIPs ?? [])] };
}

function validateTopology({ metadata }: Service, { report }: Context): void {
  const mode = metadata?.annotations?.[topologyMode];
  const hints = metadata?.annotations?.[topologyHints];
  if (mode === undefined || hints === undefined || mode === hints) return;
  report.invalid(
    FieldPath.root.child('metadata', 'annotations').key(topologyMode),
    says['other-topology']({ key: topologyMode, older: topologyHints }),
  );
}

const types = ['ClusterIP', 'NodePort', 'LoadBalancer', 'ExternalName'];

function validateType(spec: ServiceSpec, context: Context): void {
  const { report } = context;
  const { type = '', ports = [] } = spec;
  if (!types.includes(type)) report.notSupported(specPath.child('type'), type, types);
  if (ports.length === 0 && !isHeadless(spec) && type !== 'ExternalName')
    report.required(specPath.child('ports'), says['no-ports']());
  if ((type === 'LoadBalancer' || type === 'NodePort') && isHeadless(spec))
    report.invalid(specPath.child('clusterIPs').index(0), says['none-outside']({ type }), {
      at: specPath.child('clusterIP'),
    });
  if (type === 'ExternalName') validateExternalName(spec, context);
}

function validateExternalName(spec: ServiceSpec, { report }: Context): void {
  for (const field of ['clusterIPs', 'ipFamilies', 'ipFamilyPolicy'] as const) {
    if (spec[field]?.length || (field === 'ipFamilyPolicy' && spec[field] !== undefined))
      report.forbidden(specPath.child(field), says['not-for-external-name']({ field }));
  }
  const path = specPath.child('externalName');
  const name = (spec.externalName ?? '').replace(/\.$/, '');
  if (name === '') {
    report.required(path, says['no-external-name']());
    return;
  }
  const problem = dnsSubdomainProblem(name);
  if (problem) report.invalid(path, says['invalid-external-name']({ name, problem }));
}

/** Since then addresses that were stored are not looked at again for their form (IsValidIPForLegacyField). */
const storedAddressesPassSince = 33;

function validateExternalIps(ips: readonly string[], stored: readonly string[], context: Context): void {
  ips.forEach((ip, i) => {
    const isStored = context.minor >= storedAddressesPassSince && stored.includes(ip);
    const message = (isStored ? undefined : ipFieldMessage(ip, context)) ?? specialIpMessage(ip);
    if (message) context.report.invalid(specPath.child('externalIPs').index(i), message);
  });
}

function validateLoadBalancer(spec: ServiceSpec, { report }: Context): void {
  const { type = '', loadBalancerClass } = spec;
  if (type !== 'LoadBalancer') {
    for (const field of ['allocateLoadBalancerNodePorts', 'loadBalancerClass'] as const) {
      if (spec[field] !== undefined)
        report.forbidden(specPath.child(field), says['load-balancer-only']({ field, type }));
    }
    return;
  }
  const problem = loadBalancerClass !== undefined && qualifiedNameProblem(loadBalancerClass);
  if (problem)
    report.invalid(specPath.child('loadBalancerClass'), says['invalid-class']({ name: loadBalancerClass, problem }));
}

/** validateServiceExternalTrafficPolicy; where one is needed the storage has taken it. */
function validateHealthCheckPort(spec: ServiceSpec, { report }: Context): void {
  const { healthCheckNodePort: port = 0 } = spec;
  const path = specPath.child('healthCheckNodePort');
  if (port === 0 || isAllocatedPort(port)) return;
  if (!needsHealthCheck(spec)) {
    report.invalid(path, says['no-health-check']());
    return;
  }
  const problem = portNumberProblem(port);
  if (problem) report.invalid(path, says['invalid-health-check-port']({ port, problem }));
}
