import { FieldPath } from '@podlint/field-path';
import { defineMessages } from '@podlint/messages';
import type { PodPlugin, PodSpec, Refusal } from './plugin.js';

const says = defineMessages('always-pull-images', {
  'not-always': 'the policy is "{policy}", and has to be "Always"',
});

/** plugin/pkg/admission/alwayspullimages: off unless a cluster turns it on. */
export const alwaysPullImages: PodPlugin = {
  admit({ spec = {} }) {
    for (const { pullAlways } of pullPoliciesIn(spec)) pullAlways();
    return undefined;
  },
  validate({ spec = {} }) {
    const wrong = pullPoliciesIn(spec).find(({ policy }) => policy !== 'Always');
    return wrong && refusal(wrong);
  },
};

/** A policy of pulling in the spec of a Pod. */
interface PullPolicy {
  readonly way: FieldPath;
  readonly policy: string | undefined;
  readonly pullAlways: () => void;
}

/** Those of containers and of volumes that are images. */
export function pullPoliciesIn(spec: PodSpec): readonly PullPolicy[] {
  const ofContainers = (['initContainers', 'containers', 'ephemeralContainers'] as const).flatMap((list) =>
    (spec[list] ?? []).map((container, index) => ({
      way: FieldPath.root.child(list).index(index).child('imagePullPolicy'),
      policy: container.imagePullPolicy,
      pullAlways: () => void (container.imagePullPolicy = 'Always'),
    })),
  );
  const ofVolumes = (spec.volumes ?? []).flatMap(({ image }, index) => {
    if (!image) return [];
    const way = FieldPath.root.child('volumes').index(index).child('image', 'pullPolicy');
    return { way, policy: image.pullPolicy, pullAlways: () => void (image.pullPolicy = 'Always') };
  });
  return [...ofContainers, ...ofVolumes];
}

function refusal({ way, policy = '' }: PullPolicy): Refusal {
  const message = says['not-always']({ policy });
  return { plugin: 'AlwaysPullImages', message, field: way.rebase(FieldPath.root, FieldPath.root.child('spec')) };
}
