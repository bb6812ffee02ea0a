import { defineMessages } from '@podlint/messages';
import type { Decoded, FieldPath, core } from '@podlint/model';
import type { Context } from '../../context.js';
import { portNameProblems, portNumberProblem } from '../../formats.js';
import { allProblems } from '../../lists.js';
import { related } from '../../related.js';
import { validateChoice } from '../choices.js';
import { FirstUses } from '../first-uses.js';

const says = defineMessages('container-port', {
  'no-protocol': 'The port has no protocol. Set "TCP".',
  'invalid-name': '"{name}" cannot be the name of a port: {problem}.',
  'name-taken':
    'The container already has a port named "{name}". Services and probes find a port by its name. Give this one another.',
  'no-number': 'The port has no number. Set containerPort to the one that the process listens on.',
  'invalid-number': '{port} is not a port: {problem}.',
});

type ContainerPort = Decoded<core.ContainerPort>;

const protocols = ['TCP', 'UDP', 'SCTP'] as const;

/** The ports of one container (validateContainerPorts). */
export function validatePorts(ports: readonly ContainerPort[], path: FieldPath, context: Context): void {
  const names = new FirstUses<FieldPath>();
  ports.forEach((port, i) => {
    const portPath = path.index(i);
    if (port.name) validatePortName(port.name, portPath, names, context);
    validatePortNumbers(port, portPath, context);
    validateChoice(port.protocol, protocols, portPath, 'protocol', says['no-protocol'], context.report);
  });
}

function validatePortName(name: string, path: FieldPath, names: FirstUses<FieldPath>, context: Context): void {
  const problem = allProblems(portNameProblems(name));
  if (problem) {
    context.report.invalid(path.child('name'), says['invalid-name']({ name, problem }));
    return;
  }
  const first = names.record(name, path);
  if (!first) return;
  context.report.duplicate(path.child('name'), says['name-taken']({ name }), {
    related: [{ field: first.child('name'), message: related['used-first']({ name }) }],
  });
}

function validatePortNumbers({ containerPort, hostPort }: ContainerPort, path: FieldPath, context: Context): void {
  const { report } = context;
  if (!containerPort) report.required(path.child('containerPort'), says['no-number']());
  else reportPortNumber(containerPort, 'containerPort', path, context);
  if (hostPort) reportPortNumber(hostPort, 'hostPort', path, context);
}

function reportPortNumber(port: number, field: string, path: FieldPath, context: Context): void {
  const problem = portNumberProblem(port);
  if (problem) context.report.invalid(path.child(field), says['invalid-number']({ port, problem }));
}
