import { FieldPath } from '@podlint/field-path';
import { defineMessages, type Message } from '@podlint/messages';
import type { Decoded, core } from '@podlint/model';
import type { PodSpec } from './plugin.js';

const says = defineMessages('mountable-secrets', {
  'not-mountable':
    'The service account {account} does not list the Secret "{secret}", and lets its Pods use no others.',
  'no-pull-secret':
    'The service account {account} does not list the pull secret "{secret}", and lets its Pods use no others.',
});

type Container = Decoded<core.Container>;

interface Found {
  readonly message: Message;
  readonly field: FieldPath;
}

interface NamedSecret {
  readonly name: string;
  readonly field: FieldPath;
}

const specPath = FieldPath.root.child('spec');

/** The first Secret that the account does not list (limitSecretReferences). */
export function forbiddenSecret(spec: PodSpec, account: Decoded<core.ServiceAccount>): Found | undefined {
  const accountName = account.metadata?.name ?? '';
  const mountable = new Set(account.secrets?.map(({ name = '' }) => name));
  const secret = [...mountedSecrets(spec)].find(({ name }) => !mountable.has(name));
  if (secret)
    return { message: says['not-mountable']({ account: accountName, secret: secret.name }), field: secret.field };
  const pullable = new Set(account.imagePullSecrets?.map(({ name = '' }) => name));
  const at = (spec.imagePullSecrets ?? []).findIndex(({ name = '' }) => !pullable.has(name));
  if (at < 0) return undefined;
  const field = specPath.child('imagePullSecrets').index(at);
  return {
    message: says['no-pull-secret']({ account: accountName, secret: spec.imagePullSecrets?.[at]?.name ?? '' }),
    field,
  };
}

function* mountedSecrets({ volumes = [], initContainers = [], containers = [] }: PodSpec): Generator<NamedSecret> {
  for (const [i, { secret }] of volumes.entries())
    if (secret)
      yield { name: secret.secretName ?? '', field: specPath.child('volumes').index(i).child('secret', 'secretName') };
  yield* secretsOf(initContainers, specPath.child('initContainers'));
  yield* secretsOf(containers, specPath.child('containers'));
}

function* secretsOf(containers: readonly Container[], path: FieldPath): Generator<NamedSecret> {
  for (const [i, { env = [], envFrom = [] }] of containers.entries()) {
    const at = path.index(i);
    for (const [j, { valueFrom }] of env.entries())
      if (valueFrom?.secretKeyRef)
        yield {
          name: valueFrom.secretKeyRef.name ?? '',
          field: at.child('env').index(j).child('valueFrom', 'secretKeyRef', 'name'),
        };
    for (const [j, { secretRef }] of envFrom.entries())
      if (secretRef)
        yield { name: secretRef.name ?? '', field: at.child('envFrom').index(j).child('secretRef', 'name') };
  }
}
