import { defineMessages } from '@podlint/messages';
import { type Decoded, FieldPath, type networking } from '@podlint/model';
import {
  type Context,
  byteLength,
  checkName,
  dnsLabelProblem,
  dnsSubdomainProblem,
  domainPrefixedPathProblem,
  pathSegmentNameProblem,
  requireName,
  requireUnchanged,
} from '@podlint/validation';
import type { Strategy } from '../../strategy.js';

const says = defineMessages('ingress-class', {
  'controller-too-long': "The controller's name may have {limit} bytes. Shorten it.",
  'no-scope': 'scope is not set. It says whether the parameters are in a namespace. Set it to Cluster or Namespace.',
  'no-namespace': 'With the scope Namespace the parameters are in one, and it is not named. Set namespace.',
  'needless-namespace':
    'With the scope Cluster the parameters are in no namespace. Remove the field, or use Namespace.',
});

type IngressClass = Decoded<networking.IngressClass>;
type ParametersReference = Decoded<networking.IngressClassParametersReference>;

const specPath = FieldPath.root.child('spec');
const maxControllerBytes = 250;
const scopes = ['Cluster', 'Namespace'];

/** pkg/registry/networking/ingressclass/strategy.go, and ValidateIngressClass in pkg/apis/networking/validation. */
export const ingressClassStrategy: Strategy<IngressClass> = {
  nameProblem: dnsSubdomainProblem,
  updateChecksName: true,
  countsGenerations: true,
  validateCreate: validateIngressClass,
  validateUpdate(ingressClass, old, context) {
    requireUnchanged(ingressClass.spec ?? {}, old.spec ?? {}, ['controller'], specPath, context);
    validateIngressClass(ingressClass, context);
  },
};

function validateIngressClass({ spec: { controller = '', parameters } = {} }: IngressClass, context: Context): void {
  const path = specPath.child('controller');
  if (byteLength(controller) > maxControllerBytes)
    context.report.tooLong(path, says['controller-too-long']({ limit: maxControllerBytes }));
  requireName(controller, path, domainPrefixedPathProblem, context);
  if (parameters) validateParameters(parameters, specPath.child('parameters'), context);
}

/** validateIngressClassParametersReference. */
function validateParameters(parameters: ParametersReference, path: FieldPath, context: Context): void {
  const { apiGroup, kind, name, scope } = parameters;
  checkName(apiGroup, path.child('apiGroup'), dnsSubdomainProblem, context);
  requireName(kind, path.child('kind'), pathSegmentNameProblem, context);
  requireName(name, path.child('name'), pathSegmentNameProblem, context);
  if (scope === undefined) context.report.required(path.child('scope'), says['no-scope']());
  else if (scopes.includes(scope)) validateNamespace(parameters, path.child('namespace'), context);
  else context.report.notSupported(path.child('scope'), scope, scopes);
}

function validateNamespace({ scope, namespace }: ParametersReference, path: FieldPath, context: Context): void {
  if (scope === 'Cluster') {
    if (namespace !== undefined) context.report.forbidden(path, says['needless-namespace']());
  } else if (namespace === undefined) context.report.required(path, says['no-namespace']());
  else checkName(namespace, path, dnsLabelProblem, context);
}
