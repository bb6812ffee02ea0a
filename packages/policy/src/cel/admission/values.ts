import { isJsonObject, type JsonObject, type Value } from '../values/value.js';

/** A request as the data and users write it: who asks for what. */
export interface RequestFacts {
  readonly group?: string;
  readonly version?: string;
  readonly kind?: string;
  readonly resource?: string;
  readonly subresource?: string;
  readonly name?: string;
  readonly namespace?: string;
  readonly operation?: string;
  readonly username?: string;
  readonly uid?: string;
  readonly groups?: readonly string[];
  readonly extra?: Readonly<Record<string, readonly string[]>>;
  readonly dryRun?: boolean;
}

const createWeb: RequestFacts = {
  group: '',
  version: 'v1',
  kind: 'Pod',
  resource: 'pods',
  name: 'web',
  namespace: 'default',
  operation: 'CREATE',
  username: 'alice',
};

/**
 * The AdmissionRequest of these facts, without fields that its JSON leaves out when they are empty
 * (plugin/cel/condition.go, CreateAdmissionRequest; k8s.io/api/admission/v1, AdmissionRequest).
 */
export function admissionRequest(facts: RequestFacts = createWeb): JsonObject {
  const { group = '', version = '', kind = '', resource = '', subresource = '' } = facts;
  const gvk = { group, version, kind };
  const gvr = { group, version, resource };
  return {
    // Left empty by the server, though not left out.
    uid: '',
    kind: gvk,
    resource: gvr,
    ...present('subResource', subresource),
    requestKind: gvk,
    requestResource: gvr,
    ...present('requestSubResource', subresource),
    ...present('name', facts.name),
    ...present('namespace', facts.namespace),
    operation: facts.operation ?? '',
    userInfo: userInfo(facts),
    object: null,
    oldObject: null,
    dryRun: facts.dryRun ?? false,
    options: {},
  };
}

function userInfo({ username, uid, groups, extra }: RequestFacts): JsonObject {
  return {
    ...present('username', username),
    ...present('uid', uid),
    ...present('groups', groups),
    ...present('extra', extra),
  };
}

function present(name: string, value: string | object | undefined): JsonObject {
  const empty = value === undefined || value === '' || Object.keys(value).length === 0;
  return empty ? {} : { [name]: value };
}

/** The namespace as expressions see it. */
export function namespaceValue(namespace: JsonObject | undefined): Value {
  if (!namespace) return null;
  const metadata = isJsonObject(namespace['metadata']) ? namespace['metadata'] : {};
  return {
    ...namespace,
    metadata: { creationTimestamp: null, ...metadata },
    spec: namespace['spec'] ?? {},
    status: namespace['status'] ?? {},
  };
}
