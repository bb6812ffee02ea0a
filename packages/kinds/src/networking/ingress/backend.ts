import { defineMessages } from '@podlint/messages';
import type { Decoded, FieldPath, core, networking } from '@podlint/model';
import {
  type Context,
  type NameProblem,
  checkName,
  dnsSubdomainProblem,
  pathSegmentNameProblem,
  portNameProblems,
  portNumberProblem,
  requireName,
} from '@podlint/validation';

const says = defineMessages('ingress-backend', {
  both: 'A backend is either a Service or a resource of another kind. Remove one of the two.',
  neither: 'The backend names nothing that could answer. Set service, with its name and port.',
  'two-ports': 'A port is given by its name or by its number. Remove one of the two.',
  'no-port': 'The backend names no port of the Service. Set service.port.number, or service.port.name.',
  'invalid-port-name': '"{name}" is not the name of a port: {problem}.',
  'invalid-port-number': '{number} is not a port: {problem}.',
});

type IngressBackend = Decoded<networking.IngressBackend>;

/** What the Service behind an Ingress may be called. */
export interface BackendRules {
  readonly serviceNameProblem: NameProblem;
}

/** validateIngressBackend, pkg/apis/networking/validation. */
export function validateBackend(
  { resource, service }: IngressBackend,
  rules: BackendRules,
  path: FieldPath,
  context: Context,
): void {
  if (resource && service) context.report.invalid(path, says.both());
  else if (resource) validateResource(resource, path.child('resource'), context);
  else if (service) validateService(service, rules, path, context);
  else context.report.invalid(path, says.neither());
}

/** validateIngressTypedLocalObjectReference. */
function validateResource(
  { apiGroup, kind, name }: Decoded<core.TypedLocalObjectReference>,
  path: FieldPath,
  context: Context,
): void {
  checkName(apiGroup, path.child('apiGroup'), dnsSubdomainProblem, context);
  requireName(kind, path.child('kind'), pathSegmentNameProblem, context);
  requireName(name, path.child('name'), pathSegmentNameProblem, context);
}

function validateService(
  { name, port = {} }: Decoded<networking.IngressServiceBackend>,
  { serviceNameProblem }: BackendRules,
  path: FieldPath,
  context: Context,
): void {
  requireName(name, path.child('service', 'name'), serviceNameProblem, context);
  validatePort(port, path, context);
}

/** The server names the backend where there are two ports or none. */
function validatePort(
  { name, number }: Decoded<networking.ServiceBackendPort>,
  path: FieldPath,
  { report }: Context,
): void {
  const portPath = path.child('service', 'port');
  if (name && number) report.invalid(path, says['two-ports'](), { at: portPath });
  else if (name)
    for (const problem of portNameProblems(name))
      report.invalid(portPath.child('name'), says['invalid-port-name']({ name, problem }));
  else if (number) {
    const problem = portNumberProblem(number);
    if (problem) report.invalid(portPath.child('number'), says['invalid-port-number']({ number, problem }));
  } else report.required(path, says['no-port'](), { at: portPath });
}
