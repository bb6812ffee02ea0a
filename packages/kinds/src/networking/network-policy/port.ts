import { defineMessages } from '@podlint/messages';
import type { Decoded, FieldPath, networking } from '@podlint/model';
import { type Context, portNameProblems, portNumberProblem } from '@podlint/validation';

const says = defineMessages('network-policy-port', {
  invalid: '{port} is not a port: {problem}.',
  'invalid-name': '"{name}" is not the name of a port: {problem}.',
  'range-backwards': 'The range ends at {end}, before its start at {start}. Swap the two.',
  'range-of-name': 'A range of ports begins with a number, not with the name "{name}". Write the number in port.',
  'range-without-start': 'A range of ports begins with port, and that is not set. Set it, or remove endPort.',
});

const protocols = ['TCP', 'UDP', 'SCTP'];

/** ValidateNetworkPolicyPort, pkg/apis/networking/validation. */
export function validatePort(
  { protocol, port, endPort }: Decoded<networking.NetworkPolicyPort>,
  path: FieldPath,
  context: Context,
): void {
  const { report } = context;
  const endPath = path.child('endPort');
  if (protocol !== undefined && !protocols.includes(protocol))
    report.notSupported(path.child('protocol'), protocol, protocols);
  if (typeof port === 'number') {
    validateNumber(port, path.child('port'), context);
    if (endPort === undefined) return;
    if (endPort < port) report.invalid(endPath, says['range-backwards']({ start: port, end: endPort }));
    validateNumber(endPort, endPath, context);
    return;
  }
  if (endPort !== undefined)
    report.invalid(endPath, port === undefined ? says['range-without-start']() : says['range-of-name']({ name: port }));
  for (const problem of port === undefined ? [] : portNameProblems(port))
    report.invalid(path.child('port'), says['invalid-name']({ name: port ?? '', problem }));
}

function validateNumber(port: number, path: FieldPath, { report }: Context): void {
  const problem = portNumberProblem(port);
  if (problem) report.invalid(path, says.invalid({ port, problem }));
}
