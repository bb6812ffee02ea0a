import { defineMessages } from '@podlint/messages';
import type { Decoded, FieldPath, discovery } from '@podlint/model';
import { type Context, checkName, dnsLabelProblem, dnsSubdomainProblem, validateLabels } from '@podlint/validation';
import { validateAddress } from './addresses.js';
import { validateHints } from './hints.js';

const says = defineMessages('endpoint', {
  'too-many': '{count} endpoints are too many; the server takes {limit}. Make another slice of the rest.',
  'no-addresses': 'The endpoint has no address, so nothing can reach it. List one.',
  'too-many-addresses': '{count} addresses are too many for one endpoint; the server takes {limit}.',
  'too-many-labels': '{count} labels are too many; the server takes {limit}. Remove the field: it is deprecated.',
});

type Endpoint = Decoded<discovery.Endpoint>;

const maxEndpoints = 1000;
const maxAddresses = 100;
const maxTopologyLabels = 16;

/** validateEndpoints, pkg/apis/discovery/validation. */
export function validateEndpoints(
  { endpoints = [], addressType = '' }: Decoded<discovery.EndpointSlice>,
  path: FieldPath,
  context: Context,
): void {
  if (endpoints.length > maxEndpoints)
    context.report.tooMany(path, says['too-many']({ count: endpoints.length, limit: maxEndpoints }));
  else endpoints.forEach((endpoint, i) => validateEndpoint(endpoint, addressType, path.index(i), context));
}

function validateEndpoint(endpoint: Endpoint, addressType: string, path: FieldPath, context: Context): void {
  const { nodeName, hostname, deprecatedTopology = {}, hints } = endpoint;
  validateAddresses(endpoint.addresses ?? [], addressType, path.child('addresses'), context);
  checkName(nodeName, path.child('nodeName'), dnsSubdomainProblem, context);
  const topologyPath = path.child('deprecatedTopology');
  const count = Object.keys(deprecatedTopology).length;
  if (count > maxTopologyLabels)
    context.report.tooMany(topologyPath, says['too-many-labels']({ count, limit: maxTopologyLabels }));
  validateLabels(deprecatedTopology, topologyPath, context);
  checkName(hostname, path.child('hostname'), dnsLabelProblem, context);
  if (hints) validateHints(hints, path.child('hints'), context);
}

function validateAddresses(addresses: readonly string[], type: string, path: FieldPath, context: Context): void {
  const count = addresses.length;
  if (count === 0) context.report.required(path, says['no-addresses']());
  if (count > maxAddresses) context.report.tooMany(path, says['too-many-addresses']({ count, limit: maxAddresses }));
  addresses.forEach((address, i) => validateAddress(address, type, path.index(i), context));
}
