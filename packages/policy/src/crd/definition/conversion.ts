import type { FieldPath } from '@podlint/field-path';
import { own } from '@podlint/plain';
import { dnsSubdomainProblem } from '@podlint/validation';
import { parseUrl } from '../../cel/library/net/url.js';
import { complaintsOfLabel1035 } from '../../names/names.js';
import { isObject, type Json } from '../values/json.js';
import { objectOf, textOf, textsOf } from './fields.js';
import { says } from './messages.js';
import type { Report } from './report.js';

const strategies: readonly string[] = ['None', 'Webhook'];

/** validateCustomResourceConversion; upstream names fields as in its internal form. */
export function validateConversion(raw: unknown, path: FieldPath, report: Report): void {
  if (!isObject(raw)) return;
  const strategy = textOf(raw, 'strategy');
  const webhook = objectOf(raw, 'webhook');
  const client = webhook && objectOf(webhook, 'clientConfig');
  const versions = webhook ? textsOf(webhook, 'conversionReviewVersions') : [];
  if (strategy === '') report('FieldValueRequired', path.child('strategy'), says.required({ field: 'strategy' }));
  else if (!strategies.includes(strategy))
    report(
      'FieldValueNotSupported',
      path.child('strategy'),
      says['not-supported']({ value: strategy, allowed: strategies.join(', ') }),
    );
  if (strategy === 'Webhook') validateWebhook(client, versions, path, report);
  else forbidWebhook(client, versions, path, report);
}

function forbidWebhook(client: Json | undefined, versions: readonly string[], path: FieldPath, report: Report): void {
  if (client) report('FieldValueForbidden', path.child('webhookClientConfig'), says['webhook-only']());
  if (versions.length > 0)
    report('FieldValueForbidden', path.child('conversionReviewVersions'), says['webhook-only']());
}

function validateWebhook(client: Json | undefined, versions: readonly string[], path: FieldPath, report: Report): void {
  const at = path.child('webhookClientConfig');
  if (client) validateClient(client, at, report);
  else report('FieldValueRequired', at, says.required({ field: 'clientConfig' }));
  validateVersions(versions, path.child('conversionReviewVersions'), report);
}

function validateClient(client: Json, path: FieldPath, report: Report): void {
  const url = own(client, 'url');
  const service = objectOf(client, 'service');
  if ((typeof url === 'string') === (service !== undefined)) report('FieldValueRequired', path, says['one-client']());
  else if (service) validateService(service, path.child('service'), report);
  else if (typeof url === 'string') validateUrl(url, path.child('url'), report);
}

function validateUrl(text: string, path: FieldPath, report: Report): void {
  const url = parseUrl(text);
  if ('fault' in url) {
    report('FieldValueRequired', path, says['bad-url']());
    return;
  }
  const fine = /^https:\/\/[^/?#@]+(?:\/[^?#]*)?$/i.test(text);
  if (!fine) report('FieldValueInvalid', path, says['bad-url']());
}

/** Upstream gives the two names in the wrong order, so the one is reported at the other's field. */
function validateService(service: Json, path: FieldPath, report: Report): void {
  if (textOf(service, 'namespace') === '')
    report('FieldValueRequired', path.child('name'), says.required({ field: 'namespace' }));
  if (textOf(service, 'name') === '')
    report('FieldValueRequired', path.child('namespace'), says.required({ field: 'name' }));
  const port = own(service, 'port') ?? 443;
  if (typeof port !== 'number' || port < 1 || port > 65535)
    report('FieldValueInvalid', path.child('port'), says['bad-port']());
  const text = textOf(service, 'path');
  if (text !== '' && text !== '/' && !isServicePath(text))
    report('FieldValueInvalid', path.child('path'), says['bad-path']());
}

function isServicePath(text: string): boolean {
  const steps = text.slice(1).replace(/\/$/, '').split('/');
  return text.startsWith('/') && steps.every((step) => step !== '' && !dnsSubdomainProblem(step));
}

function validateVersions(versions: readonly string[], path: FieldPath, report: Report): void {
  if (versions.length === 0) {
    report('FieldValueRequired', path, says.required({ field: 'conversionReviewVersions' }));
    return;
  }
  versions.forEach((version, at) => {
    if (versions.indexOf(version) < at) report('FieldValueInvalid', path.index(at), says['same-version-twice']());
    else if (complaintsOfLabel1035(version).length > 0)
      report('FieldValueInvalid', path.index(at), says['bad-name']({ name: version }));
  });
  if (!versions.some((version) => version === 'v1' || version === 'v1beta1'))
    report('FieldValueInvalid', path, says['no-known-version']());
}
