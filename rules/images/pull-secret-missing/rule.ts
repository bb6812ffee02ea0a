import { defineRule, type ObjectView, type RunView } from '@podlint/engine/rule';
import { isFrom, patternList } from '../../kit/images.js';

interface Options {
  readonly registries: readonly string[];
}

export default defineRule<'missing', Options>({
  id: 'images/pull-secret-missing',
  level: 'off',
  needsOptions: true,
  summary: 'An image from a private registry in a Pod without imagePullSecrets',
  messages: {
    missing:
      'Image "{image}" comes from a registry that your configuration calls private, but neither the Pod nor ServiceAccount "{account}" names imagePullSecrets, so the pull is refused (ErrImagePull). Add the Secret with the credentials.',
  },
  options: {
    schema: {
      type: 'object',
      properties: {
        registries: patternList('Registries or repositories that nobody may pull from without credentials.'),
      },
      additionalProperties: false,
    },
    defaults: { registries: [] },
  },
  run(run, report, { registries }) {
    for (const object of run.objects) {
      const { pod } = object;
      if (!pod || pod.spec.imagePullSecrets?.length) continue;
      const account = pod.spec.serviceAccountName ?? 'default';
      for (const { value, at } of pod.containers) {
        if (!value.image || !isFrom(value.image, registries) || hasPullSecrets(run, object, account)) continue;
        report(object, { at: at.image, message: 'missing', data: { image: value.image, account } });
      }
    }
  },
});

/**
 * A Pod without imagePullSecrets takes those of its account (the ServiceAccount admission plugin,
 * plugin/pkg/admission/serviceaccount).
 */
function hasPullSecrets({ resources }: RunView, { namespace }: ObjectView, account: string): boolean {
  const found = resources.find(
    (resource) =>
      resource.kindName === 'ServiceAccount' && resource.name === account && resource.namespace === namespace,
  );
  const secrets = found?.value.imagePullSecrets;
  return Array.isArray(secrets) && secrets.length > 0;
}
