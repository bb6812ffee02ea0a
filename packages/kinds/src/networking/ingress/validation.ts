import { defineMessages } from '@podlint/messages';
import { type Decoded, FieldPath, type networking } from '@podlint/model';
import {
  type Context,
  checkName,
  dns1035LabelProblem,
  dnsLabelProblem,
  dnsSubdomainProblem,
  findsErrors,
  parseIp,
  wildcardSubdomainProblem,
} from '@podlint/validation';
import type { Strategy } from '../../strategy.js';
import { type BackendRules, validateBackend } from './backend.js';
import { validatePaths } from './paths.js';
import { classAnnotation } from './warnings.js';

const says = defineMessages('ingress', {
  'other-class':
    'The annotation says "{annotated}", ingressClassName says "{named}", and only one class can be in charge. Remove the annotation.',
  'class-name': 'the class that ingressClassName names',
  'no-rules': 'The Ingress sends no request anywhere. Set rules, or a defaultBackend.',
  'ip-host': '"{host}" is an IP address, and rules go by the name in a request. Use a DNS name.',
});

type Ingress = Decoded<networking.Ingress>;
type IngressSpec = Decoded<networking.IngressSpec>;
type IngressTLS = Decoded<networking.IngressTLS>;
type IngressRule = Decoded<networking.IngressRule>;

/** IngressValidationOptions, pkg/apis/networking/validation. */
interface IngressRules extends BackendRules {
  readonly secretNames: 'checked' | 'tolerated';
  readonly wildcardRules: 'checked' | 'tolerated';
}

const specPath = FieldPath.root.child('spec');

/** pkg/registry/networking/ingress/strategy.go, and ValidateIngressCreate in pkg/apis/networking/validation. */
export const ingressStrategy: Strategy<Ingress> = {
  nameProblem: dnsSubdomainProblem,
  updateChecksName: true,
  countsGenerations: true,
  validateCreate(ingress, context) {
    const rules = { secretNames: 'checked', wildcardRules: 'checked', ...backendRules(context) } as const;
    validateSpec(ingress.spec ?? {}, rules, context);
    validateClassAnnotation(ingress, context);
  },
  validateUpdate(ingress, old, context) {
    validateSpec(ingress.spec ?? {}, rulesForUpdate(old.spec ?? {}, context), context);
  },
};

/** Since the gate is on, a Service may have a name that starts with a digit. */
function backendRules(context: Context): BackendRules {
  return {
    serviceNameProblem: context.enabled('RelaxedServiceNameValidation') ? dnsLabelProblem : dns1035LabelProblem,
  };
}

function rulesForUpdate({ tls = [], rules = [], ...old }: IngressSpec, context: Context): IngressRules {
  const hasWrongSecret = tls.some(({ secretName }) => secretName && dnsSubdomainProblem(secretName));
  const hasWrongWildcard = rules.some((rule) => hasWildcard(rule) && isWrong(rule, context));
  const isRelaxed = [old.defaultBackend, ...rules.flatMap(backendsOf)].some((backend) => {
    const name = backend?.service?.name;
    return name !== undefined && !dnsLabelProblem(name) && dns1035LabelProblem(name);
  });
  return {
    secretNames: hasWrongSecret ? 'tolerated' : 'checked',
    wildcardRules: hasWrongWildcard ? 'tolerated' : 'checked',
    ...(isRelaxed && context.minor >= relaxedSince ? { serviceNameProblem: dnsLabelProblem } : backendRules(context)),
  };
}

/** Servers without the gate RelaxedServiceNameValidation do not look at the old names. */
const relaxedSince = 34;

function backendsOf({ http }: IngressRule): (Decoded<networking.IngressBackend> | undefined)[] {
  return (http?.paths ?? []).map(({ backend }) => backend);
}

function hasWildcard({ host = '' }: IngressRule): boolean {
  return host.includes('*');
}

/** allowInvalidWildcardHostRule: what an old rule gets wrong behind its host. */
function isWrong({ http }: IngressRule, { minor }: Context): boolean {
  const strictest: BackendRules = { serviceNameProblem: dns1035LabelProblem };
  return findsErrors(minor, (context) => {
    if (http) validatePaths(http, strictest, FieldPath.root, context);
  });
}

/** The server names no field of the object: the annotation under its key alone. */
function validateClassAnnotation({ metadata = {}, spec = {} }: Ingress, context: Context): void {
  const annotated = metadata.annotations?.[classAnnotation];
  const named = spec.ingressClassName;
  if (annotated === undefined || named === undefined || annotated === named) return;
  context.report.invalid(
    FieldPath.root.child('annotations', classAnnotation),
    says['other-class']({ annotated, named }),
    {
      at: FieldPath.root.child('metadata', 'annotations').key(classAnnotation),
      related: [{ field: specPath.child('ingressClassName'), message: says['class-name']() }],
    },
  );
}

function validateSpec(spec: IngressSpec, options: IngressRules, context: Context): void {
  const { rules = [], defaultBackend, tls = [], ingressClassName } = spec;
  if (rules.length === 0 && !defaultBackend) context.report.invalid(specPath, says['no-rules']());
  if (defaultBackend) validateBackend(defaultBackend, options, specPath.child('defaultBackend'), context);
  rules.forEach((rule, i) => validateRule(rule, options, specPath.child('rules').index(i), context));
  tls.forEach((entry, i) => validateTls(entry, options, specPath.child('tls').index(i), context));
  checkName(ingressClassName, specPath.child('ingressClassName'), dnsSubdomainProblem, context);
}

function validateRule(rule: IngressRule, options: IngressRules, path: FieldPath, context: Context): void {
  const { host, http } = rule;
  const hostPath = path.child('host');
  if (host && parseIp(host)) context.report.invalid(hostPath, says['ip-host']({ host }));
  if (host) checkName(host, hostPath, hostProblemOf(host), context);
  if (http && !(hasWildcard(rule) && options.wildcardRules === 'tolerated'))
    validatePaths(http, options, path.child('http'), context);
}

function hostProblemOf(host: string): typeof dnsSubdomainProblem {
  return host.includes('*') ? wildcardSubdomainProblem : dnsSubdomainProblem;
}

/** validateIngressTLS. */
function validateTls(
  { hosts = [], secretName }: IngressTLS,
  options: IngressRules,
  path: FieldPath,
  context: Context,
): void {
  hosts.forEach((host, i) => checkName(host, path.child('hosts').index(i), hostProblemOf(host), context));
  if (options.secretNames === 'checked')
    checkName(secretName || undefined, path.child('secretName'), dnsSubdomainProblem, context);
}
