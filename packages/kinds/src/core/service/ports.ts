import { defineMessages } from '@podlint/messages';
import type { FieldPath } from '@podlint/model';
import {
  type Context,
  FirstUses,
  allProblems,
  dnsLabelProblem,
  portNameProblems,
  portNumberProblem,
  qualifiedNameProblem,
  related,
  validateChoice,
} from '@podlint/validation';
import { isAllocatedPort } from './made-up.js';
import { type ServicePort, type ServiceSpec, specPath } from './types.js';

const says = defineMessages('service-port', {
  'no-name': 'The Service has several ports, which are told apart by their names. Name this one.',
  'invalid-name': '"{name}" cannot be the name of a port: {problem}.',
  'name-taken': 'The Service already has a port named "{name}". Give this one another name.',
  'invalid-number': '{port} is not a port: {problem}.',
  'no-protocol': 'The port has no protocol. Set "TCP".',
  'invalid-target': '"{port}" is neither a port nor the name of one: {problem}.',
  'invalid-app-protocol': '"{protocol}" cannot be an application protocol: {problem}.',
  'needless-node-port':
    'A Service of the type ClusterIP has no ports on the nodes. Remove nodePort, or use the type NodePort.',
  'node-port-twice': 'Another port of the Service has the node port {port} with the same protocol. Choose another one.',
  twice: 'The Service already has the port {port} with the protocol {protocol}. Remove one of them.',
  'kubelet-port':
    'Port {port} is where the kubelet listens, and until 1.32 the server lets no load balancer have it. Choose another one.',
});

const portsPath = specPath.child('ports');
const protocols = ['TCP', 'UDP', 'SCTP'];

const kubeletPort = 10_250;
/** Until then a load balancer could not have the kubelet's port (ValidateService). */
const kubeletPortFreeSince = 33;

/** validateServicePort, and what the ports of a Service must not have in common (validateService). */
export function validatePorts(spec: ServiceSpec, context: Context): void {
  const { ports = [], type } = spec;
  const names = new FirstUses<FieldPath>();
  ports.forEach((port, i) => {
    const path = portsPath.index(i);
    validateName(port.name ?? '', ports.length > 1 ? 'needed' : 'optional', names, path, context);
    validatePort(port, path, context);
    if (type === 'ClusterIP' && port.nodePort)
      context.report.forbidden(path.child('nodePort'), says['needless-node-port']());
    if (type === 'LoadBalancer') reserveKubeletPort(port, path, context);
  });
  reportDuplicates(ports, context);
}

function validateName(
  name: string,
  names: 'needed' | 'optional',
  uses: FirstUses<FieldPath>,
  path: FieldPath,
  { report }: Context,
): void {
  const field = path.child('name');
  if (name === '') {
    if (names === 'needed') report.required(field, says['no-name']());
    return;
  }
  const problem = dnsLabelProblem(name);
  if (problem) report.invalid(field, says['invalid-name']({ name, problem }));
  const first = uses.record(name, field);
  if (first)
    report.duplicate(field, says['name-taken']({ name }), {
      related: [{ field: first, message: related['used-first']({ name }) }],
    });
}

function validatePort(
  { port = 0, protocol, targetPort = 0, appProtocol }: ServicePort,
  path: FieldPath,
  { report }: Context,
): void {
  const problem = portNumberProblem(port);
  if (problem) report.invalid(path.child('port'), says['invalid-number']({ port, problem }));
  validateChoice(protocol, protocols, path, 'protocol', says['no-protocol'], report);
  const targetProblem =
    typeof targetPort === 'number' ? portNumberProblem(targetPort) : allProblems(portNameProblems(targetPort));
  if (targetProblem)
    report.invalid(path.child('targetPort'), says['invalid-target']({ port: targetPort, problem: targetProblem }));
  const appProblem = appProtocol !== undefined && qualifiedNameProblem(appProtocol);
  if (appProblem)
    report.invalid(
      path.child('appProtocol'),
      says['invalid-app-protocol']({ protocol: appProtocol, problem: appProblem }),
    );
}

function reserveKubeletPort({ port }: ServicePort, path: FieldPath, { minor, report }: Context): void {
  if (minor < kubeletPortFreeSince && port === kubeletPort)
    report.invalid(path, says['kubelet-port']({ port }), { at: path.child('port') });
}

function reportDuplicates(ports: readonly ServicePort[], { report }: Context): void {
  const nodePorts = new FirstUses<FieldPath>();
  const numbers = new FirstUses<FieldPath>();
  ports.forEach(({ port = 0, protocol = '', nodePort = 0 }, i) => {
    const path = portsPath.index(i);
    const sameNodePort = nodePort !== 0 && nodePorts.record(`${protocol} ${nodePort}`, path.child('nodePort'));
    if (sameNodePort)
      report.duplicate(
        path.child('nodePort'),
        says['node-port-twice']({ port: isAllocatedPort(nodePort) ? port : nodePort }),
        {
          related: [{ field: sameNodePort, message: related['other-one']() }],
        },
      );
    const samePort = numbers.record(`${protocol} ${port}`, path);
    if (samePort)
      report.duplicate(path, says.twice({ port, protocol }), {
        related: [{ field: samePort, message: related['first-one']() }],
      });
  });
}
