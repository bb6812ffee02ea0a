import { defineMessages } from '@podlint/messages';
import { FieldPath } from '@podlint/model';
import {
  type Context,
  configMapKeyProblem,
  dnsSubdomainProblem,
  forbidChangesWhenImmutable,
  maxDataBytes,
  requireUnchanged,
} from '@podlint/validation';
import type { Strategy } from '../../strategy.js';
import { type Data, type Secret, dataOf } from './data.js';

const says = defineMessages('secret', {
  'invalid-key': '"{key}" cannot be a key, since it becomes a file name: {problem}.',
  'too-large': 'The Secret holds {bytes} bytes; the server stores {limit} at most.',
  'no-service-account':
    'A Secret of this type holds the token of a service account, and this annotation names it. Add it.',
  'no-key-of-type': 'A Secret of the type {type} needs the key "{key}". Add it, or use the type Opaque.',
  'no-key': 'A Secret of this type needs the key "{key}". Add it, or use the type Opaque.',
  'not-json': 'The value of "{key}" is not a JSON object, so no registry\'s password can be read from it.',
});

const root = FieldPath.root;
const dataPath = root.child('data');
const serviceAccountName = 'kubernetes.io/service-account.name';

/** pkg/registry/core/secret/strategy.go and ValidateSecret in pkg/apis/core/validation. */
export const secretStrategy: Strategy<Secret> = {
  nameProblem: dnsSubdomainProblem,
  updateChecksName: true,
  prepareForCreate: nameType,
  validateCreate(secret, context) {
    validateSecret(secret, context);
  },
  prepareForUpdate: nameType,
  validateUpdate(secret, old, context) {
    requireUnchanged(secret, old, ['type'], root, context);
    forbidChangesWhenImmutable(
      { immutable: secret.immutable, data: values(secret) },
      { immutable: old.immutable, data: values(old) },
      ['data'],
      context,
    );
    validateSecret(secret, context);
  },
};

/** SetDefaults_Secret, pkg/apis/core/v1/defaults.go. */
function nameType(secret: Secret): void {
  secret.type ||= 'Opaque';
}

function validateSecret(secret: Secret, context: Context): void {
  const data = dataOf(secret);
  let bytes = 0;
  for (const [key, content] of data) {
    const problem = configMapKeyProblem(key);
    if (problem)
      context.report.invalid(dataPath.key(key), says['invalid-key']({ key, problem }), {
        at: content.at,
        inKey: true,
      });
    bytes += content.bytes;
  }
  if (bytes > maxDataBytes) context.report.tooLong(dataPath, says['too-large']({ bytes, limit: maxDataBytes }));
  validateType(secret, data, context);
}

function values(secret: Secret): Record<string, string> {
  return Object.fromEntries([...dataOf(secret)].map(([key, content]) => [key, content.value()]));
}

function validateType({ type = '', metadata = {} }: Secret, data: Data, context: Context): void {
  switch (type) {
    case 'kubernetes.io/service-account-token':
      if (!metadata.annotations?.[serviceAccountName]) {
        context.report.required(
          root.child('metadata', 'annotations').key(serviceAccountName),
          says['no-service-account'](),
        );
      }
      return;
    case 'kubernetes.io/dockercfg':
      validateJson(data, '.dockercfg', context);
      return;
    case 'kubernetes.io/dockerconfigjson':
      validateJson(data, '.dockerconfigjson', context);
      return;
    case 'kubernetes.io/basic-auth':
      if (!data.has('username') && !data.has('password')) requireKeys(data, ['username', 'password'], type, context);
      return;
    case 'kubernetes.io/ssh-auth':
      if (!data.get('ssh-privatekey')?.bytes) requireKeys(new Map(), ['ssh-privatekey'], type, context);
      return;
    case 'kubernetes.io/tls':
      requireKeys(data, ['tls.crt', 'tls.key'], type, context);
  }
}

function requireKeys(data: Data, keys: readonly string[], type: string, context: Context): void {
  for (const key of keys) {
    if (!data.has(key)) context.report.required(dataPath.key(key), says['no-key-of-type']({ type, key }));
  }
}

function validateJson(data: Data, key: string, context: Context): void {
  const content = data.get(key);
  if (!content) context.report.required(dataPath.key(key), says['no-key']({ key }));
  else if (!isJsonObject(content.value()))
    context.report.invalid(dataPath.key(key), says['not-json']({ key }), { at: content.at });
}

function isJsonObject(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && !Array.isArray(value);
  } catch {
    return false;
  }
}
