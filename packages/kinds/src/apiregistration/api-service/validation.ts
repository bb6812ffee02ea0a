import { defineMessages } from '@podlint/messages';
import { type Decoded, FieldPath, type apiregistration } from '@podlint/model';
import {
  type Context,
  checkName,
  dns1035LabelProblem,
  dnsSubdomainProblem,
  pathSegmentNameProblem,
  portNumberProblem,
  requireField,
} from '@podlint/validation';
import type { Strategy } from '../../strategy.js';

const says = defineMessages('api-service', {
  'other-name': 'An APIService is called after the version and the group that it serves: name it "{required}".',
  'no-group': 'Only the version v1 of the core group has no group. Set the group that is served.',
  'priority-out-of-range': 'A priority of {priority} is not possible. Use 1 to {limit}.',
  'needless-ca':
    'Without a service the API server itself answers, so there is no certificate to check. Remove caBundle.',
  'needless-skip':
    'Without a service the API server itself answers, so there is no certificate to skip. Remove insecureSkipTLSVerify.',
  'invalid-port': '{port} is not a port: {problem}.',
  'ca-and-skip': 'A certificate is checked with caBundle, or it is not checked. Remove one of the two.',
  ca: 'what it would be checked with',
});

type APIService = Decoded<apiregistration.APIService>;
type APIServiceSpec = Decoded<apiregistration.APIServiceSpec>;

const specPath = FieldPath.root.child('spec');
const metadataPath = FieldPath.root.child('metadata');
const maxPriorities = { groupPriorityMinimum: 20_000, versionPriority: 1000 } as const;

/** pkg/registry/apiservice/strategy.go and ValidateAPIService in pkg/apis/apiregistration/validation of kube-aggregator. */
export const apiServiceStrategy: Strategy<APIService> = {
  nameProblem: pathSegmentNameProblem,
  generateNameProblem: () => pathSegmentNameProblem,
  checksMetadata: 'plainly',
  updateChecksName: true,
  validateCreate: validateAPIService,
  validateUpdate(service, _old, context) {
    validateAPIService(service, context);
  },
};

function validateAPIService(service: APIService, context: Context): void {
  const { spec = {} } = service;
  const { group = '', version = '' } = spec;
  validateNames(service, `${version}.${group}`, context);
  if (group === '' && version !== 'v1') context.report.required(specPath.child('group'), says['no-group']());
  checkName(group || undefined, specPath.child('group'), dnsSubdomainProblem, context);
  checkName(version, specPath.child('version'), dns1035LabelProblem, context);
  for (const field of ['groupPriorityMinimum', 'versionPriority'] as const) {
    const priority = spec[field] ?? 0;
    const limit = maxPriorities[field];
    if (priority <= 0 || priority > limit)
      context.report.invalid(specPath.child(field), says['priority-out-of-range']({ priority, limit }));
  }
  if (spec.service) validateService(spec, spec.service, context);
  else validateLocal(spec, context);
}

/** Names that cannot be part of a URL are reported as such already. */
function validateNames({ metadata = {} }: APIService, required: string, { report }: Context): void {
  for (const field of ['name', 'generateName'] as const) {
    const name = metadata[field];
    if (name && name !== required && !pathSegmentNameProblem(name))
      report.invalid(metadataPath.child(field), says['other-name']({ required }));
  }
}

/** Groups and versions that the API server serves by itself. */
function validateLocal({ caBundle, insecureSkipTLSVerify }: APIServiceSpec, { report }: Context): void {
  if (caBundle) report.invalid(specPath.child('caBundle'), says['needless-ca']());
  if (insecureSkipTLSVerify) report.invalid(specPath.child('insecureSkipTLSVerify'), says['needless-skip']());
}

function validateService(
  { caBundle, insecureSkipTLSVerify }: APIServiceSpec,
  { namespace, name, port = 0 }: Decoded<apiregistration.ServiceReference>,
  context: Context,
): void {
  const path = specPath.child('service');
  requireField(namespace ?? '', path.child('namespace'), context);
  requireField(name ?? '', path.child('name'), context);
  const problem = portNumberProblem(port);
  if (problem) context.report.invalid(path.child('port'), says['invalid-port']({ port, problem }));
  if (insecureSkipTLSVerify && caBundle)
    context.report.invalid(specPath.child('insecureSkipTLSVerify'), says['ca-and-skip'](), {
      related: [{ field: specPath.child('caBundle'), message: says.ca() }],
    });
}
