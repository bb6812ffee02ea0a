import { FieldPath } from '@podlint/field-path';
import { defineMessages } from '@podlint/messages';
import type { Decoded, core } from '@podlint/model';
import { mountToken } from './token-volume.js';
import { forbiddenSecret } from './mountable-secrets.js';
import type { PluginContext, Pod, PodPlugin, PodSpec, Refusal } from './plugin.js';
import { namesSecrets } from './secret-names.js';

const says = defineMessages('service-account-plugin', {
  'no-account': 'There is no ServiceAccount "{name}" in the namespace {namespace}.',
  'mirror-account': 'A mirror Pod must not have a service account.',
  'mirror-secret': 'A mirror Pod must not use Secrets.',
  'mirror-token': 'A mirror Pod must not use tokens of service accounts.',
});

type ServiceAccount = Decoded<core.ServiceAccount>;

const mirrorAnnotation = 'kubernetes.io/config.mirror';
const enforceAnnotation = 'kubernetes.io/enforce-mountable-secrets';
/** What Go's strconv.ParseBool takes for true. */
const truths = new Set(['1', 't', 'T', 'TRUE', 'true', 'True']);

/** plugin/pkg/admission/serviceaccount: gives every Pod an account, its token and its pull secrets. */
export const serviceAccount: PodPlugin = {
  admit(pod, context) {
    const spec = (pod.spec ??= {});
    if (isMirror(pod)) return validateMirror(spec);
    const name = (spec.serviceAccountName ||= 'default');
    const account = accountNamed(name, context);
    if (!account) return noAccount(name, context);
    if (spec.automountServiceAccountToken ?? account.automountServiceAccountToken ?? true) mountToken(spec);
    if (!spec.imagePullSecrets?.length && account.imagePullSecrets?.length)
      spec.imagePullSecrets = account.imagePullSecrets.map(({ name: secret }) =>
        secret === undefined ? {} : { name: secret },
      );
    return validateSecrets(spec, account);
  },
  validate(pod, context) {
    const { spec = {} } = pod;
    if (isMirror(pod)) return validateMirror(spec);
    const { serviceAccountName = '' } = spec;
    const account = accountNamed(serviceAccountName, context);
    return account ? validateSecrets(spec, account) : noAccount(serviceAccountName, context);
  },
};

function isMirror({ metadata }: Pod): boolean {
  return metadata?.annotations?.[mirrorAnnotation] !== undefined;
}

/** A controller makes the account `default` of every namespace. An unknown one of a part of a cluster is a plain one. */
function accountNamed(name: string, { cluster, namespace }: PluginContext): ServiceAccount | undefined {
  const found = cluster.find('ServiceAccount', name, namespace);
  return found ?? (name === 'default' || !cluster.isWhole ? { metadata: { name } } : undefined);
}

function noAccount(name: string, { namespace }: PluginContext): Refusal {
  return refusal(says['no-account']({ name, namespace }), FieldPath.root.child('spec', 'serviceAccountName'));
}

function validateMirror(spec: PodSpec): Refusal | undefined {
  if (spec.serviceAccountName) return refusal(says['mirror-account']());
  if (namesSecrets(spec)) return refusal(says['mirror-secret']());
  const hasToken = spec.volumes?.some(({ projected }) =>
    projected?.sources?.some((source) => source.serviceAccountToken),
  );
  return hasToken ? refusal(says['mirror-token']()) : undefined;
}

function validateSecrets(spec: PodSpec, account: ServiceAccount): Refusal | undefined {
  if (!truths.has(account.metadata?.annotations?.[enforceAnnotation] ?? '')) return undefined;
  const found = forbiddenSecret(spec, account);
  return found && refusal(found.message, found.field);
}

function refusal(message: Refusal['message'], field?: FieldPath): Refusal {
  return { plugin: 'ServiceAccount', message, field };
}
