import { defineMessages } from '@podlint/messages';
import type { Decoded, FieldPath, admissionregistration } from '@podlint/model';
import { type Context, dnsSubdomainProblem, portNumberProblem, requireField } from '@podlint/validation';
import { lateChecks } from '../late-checks.js';

const says = defineMessages('webhook-client', {
  'one-way': 'A webhook is reached by a url or by a service. Set one of the two.',
  'not-a-url': 'This is no URL: {problem}. Write https://host/path.',
  'not-https': 'The API server calls webhooks by https only. Write https://host/path.',
  'no-host': 'The URL names no host. Write https://host/path.',
  'no-user': 'A URL with a user in it is not taken. Remove what stands before "@".',
  'no-fragment': 'A URL with a fragment is not taken. Remove "#" and what follows.',
  'no-query': 'A URL with a query is not taken. Remove "?" and what follows.',
  'no-port': '{port} is not a port: {problem}.',
  'not-rooted': 'A path starts with "/".',
  'empty-step': 'Between two "/" of a path has to be a name.',
  'bad-step': '"{step}" cannot be a part of the path: {problem}.',
});

type ClientConfig = Decoded<admissionregistration.WebhookClientConfig>;
type ServiceReference = Decoded<admissionregistration.ServiceReference>;

/** The clientConfig of validateValidatingWebhook and validateMutatingWebhook. */
export function validateClientConfig({ url, service }: ClientConfig, path: FieldPath, context: Context): void {
  if ((url === undefined) === (service === undefined)) context.report.required(path, says['one-way']());
  else if (url !== undefined) validateUrl(url, path.child('url'), context);
  else if (service) validateService(service, path.child('service'), context);
}

/** ValidateWebhookURL, apiserver/pkg/util/webhook/validation.go. */
function validateUrl(text: string, path: FieldPath, { report }: Context): void {
  const url = lateChecks().parseUrl(text);
  if ('fault' in url) {
    report.required(path, says['not-a-url']({ problem: url.fault }));
    return;
  }
  if (url.scheme !== 'https') report.invalid(path, says['not-https']());
  if (url.host === '') report.invalid(path, says['no-host']());
  if (url.user !== undefined) report.invalid(path, says['no-user']());
  if (url.fragment !== '') report.invalid(path, says['no-fragment']());
  if (url.query !== '') report.invalid(path, says['no-query']());
}

/** ValidateWebhookService; its callers give name and namespace in the wrong order, so each is missed at the other. */
function validateService(service: ServiceReference, path: FieldPath, context: Context): void {
  const { name = '', namespace = '', port = 0 } = service;
  requireField(namespace, path.child('name'), context);
  requireField(name, path.child('namespace'), context);
  const problem = portNumberProblem(port);
  if (problem) context.report.invalid(path.child('port'), says['no-port']({ port, problem }));
  validateServicePath(service.path ?? '', path.child('path'), context);
}

function validateServicePath(text: string, path: FieldPath, { report }: Context): void {
  if (text === '' || text === '/') return;
  if (text === '//') {
    report.invalid(path, says['empty-step']());
    return;
  }
  if (!text.startsWith('/')) report.invalid(path, says['not-rooted']());
  const steps = text.slice(1).replace(/\/$/, '').split('/');
  for (const step of steps) {
    const problem = dnsSubdomainProblem(step);
    if (step === '') report.invalid(path, says['empty-step']());
    else if (problem) report.invalid(path, says['bad-step']({ step, problem }));
  }
}
