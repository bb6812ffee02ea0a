import { defineMessages } from '@podlint/messages';
import { type Decoded, FieldPath, type core } from '@podlint/model';
import {
  type Context,
  base64Bytes,
  byteLength,
  configMapKeyProblem,
  dnsSubdomainProblem,
  forbidChangesWhenImmutable,
  maxDataBytes,
} from '@podlint/validation';
import type { Strategy } from '../../strategy.js';

const says = defineMessages('config-map', {
  'key-twice': 'The key "{key}" is in data and in binaryData, but a volume can hold one file of that name. Rename one.',
  'same-key': 'the same key',
  'too-large':
    'The ConfigMap holds {bytes} bytes; the server stores {limit} at most. Split it, or keep large files in a volume.',
  'invalid-key': '"{key}" cannot be a key, since it becomes a file name: {problem}.',
});

type ConfigMap = Decoded<core.ConfigMap>;

const root = FieldPath.root;

/** pkg/registry/core/configmap/strategy.go and ValidateConfigMap in pkg/apis/core/validation. */
export const configMapStrategy: Strategy<ConfigMap> = {
  nameProblem: dnsSubdomainProblem,
  updateChecksName: true,
  validateCreate(configMap, context) {
    validateData(configMap, context);
  },
  validateUpdate(configMap, old, context) {
    forbidChangesWhenImmutable(configMap, old, ['data', 'binaryData'], context);
    validateData(configMap, context);
  },
};

function validateData({ data = {}, binaryData = {} }: ConfigMap, context: Context): void {
  let bytes = 0;
  for (const [key, value] of Object.entries(data)) {
    validateKey(key, root.child('data').key(key), context);
    if (Object.hasOwn(binaryData, key)) {
      context.report.invalid(root.child('data').key(key), says['key-twice']({ key }), {
        inKey: true,
        related: [{ field: root.child('binaryData').key(key), message: says['same-key']() }],
      });
    }
    bytes += byteLength(value);
  }
  for (const [key, value] of Object.entries(binaryData)) {
    validateKey(key, root.child('binaryData').key(key), context);
    bytes += base64Bytes(value);
  }
  if (bytes > maxDataBytes) context.report.tooLong(root, says['too-large']({ bytes, limit: maxDataBytes }));
}

function validateKey(key: string, path: FieldPath, context: Context): void {
  const problem = configMapKeyProblem(key);
  if (problem)
    context.report.invalid(path, says['invalid-key']({ key, problem }), {
      inKey: true,
    });
}
