import { defineRule, itemAt, type Collection, type PodView } from '@podlint/engine/rule';
import { isFrom, isPutInLater, patternList } from '../../kit/images.js';
import { serviceAccountOf } from '../../kit/service-account.js';

const lists = ['initContainers', 'containers', 'ephemeralContainers'] as const;

type ContainerList = (typeof lists)[number];

interface Options {
  readonly registries: readonly string[];
}

/** A Pod without imagePullSecrets of its own, or an account that brings some. */
interface Facts {
  readonly account?: string;
  /** By the list of containers and the index in it. */
  readonly images?: readonly (readonly [list: ContainerList, index: number, image: string])[];
  readonly hasSecrets?: true;
}

const pullSecrets: Collection<Facts> = {
  name: 'pull-secrets',
  of({ kindName, value, judged }) {
    if (kindName === 'ServiceAccount') {
      const secrets = value.imagePullSecrets;
      return Array.isArray(secrets) && secrets.length > 0 ? { hasSecrets: true } : undefined;
    }
    return judged?.pod && imagesWithoutSecrets(judged.pod);
  },
  ofPod(pod) {
    // What it is merged with may bring some.
    return pod.object.template?.pods === 'whole' ? imagesWithoutSecrets(pod) : undefined;
  },
};

function imagesWithoutSecrets(pod: PodView): Facts | undefined {
  if (pod.spec.imagePullSecrets?.length) return undefined;
  const later = new Set(pod.containers.flatMap((one) => (isPutInLater(one) ? [one.value.image] : [])));
  const images = lists.flatMap((list) =>
    (pod.spec[list] ?? []).flatMap(({ image }, index) =>
      image && !later.has(image) ? [[list, index, image] as const] : [],
    ),
  );
  return { account: serviceAccountOf(pod), images };
}

export default defineRule<'missing', Options, Facts>({
  id: 'images/pull-secret-missing',
  level: 'off',
  needsOptions: true,
  summary: 'An image from a private registry in a Pod without imagePullSecrets',
  brief: 'no imagePullSecrets',
  ofWholePods: true,
  messages: {
    missing:
      'Image "{image}" is in a private registry, but nothing names imagePullSecrets. Neither the Pod nor ServiceAccount "{account}" does, so the pull is refused (ErrImagePull). Add the Secret with the credentials.',
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
  collects: pullSecrets,
  run({ collected }, report, { registries }) {
    // A Pod without imagePullSecrets takes those of its account (the ServiceAccount admission plugin,
    // plugin/pkg/admission/serviceaccount).
    const equipped = new Set(
      collected.flatMap(({ object, facts }) => (facts.hasSecrets ? `${object.namespace}/${object.name}` : [])),
    );
    for (const { object, facts } of collected) {
      const { account, images = [] } = facts;
      if (account === undefined || !object.podAt || equipped.has(`${object.namespace}/${account}`)) continue;
      const { spec } = object.podAt;
      for (const [list, index, image] of images)
        if (isFrom(image, registries))
          report(object, {
            at: itemAt(spec[list], index).image,
            message: 'missing',
            data: { image, account },
          });
    }
  },
});
