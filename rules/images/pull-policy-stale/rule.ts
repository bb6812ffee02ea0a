import { defineRule, set } from '@podlint/engine/rule';
import { imageReference, isPutInLater } from '../../kit/images.js';

interface Options {
  readonly tags: readonly string[];
}

export default defineRule<'written' | 'default' | 'never', Options>({
  id: 'images/pull-policy-stale',
  level: 'warn',
  fix: 'unsafe',
  summary: 'A tag that moves, with a pull policy that does not look for the new image',
  brief: 'nodes may keep an old image',
  messages: {
    written:
      'The tag "{tag}" moves, but imagePullPolicy is "IfNotPresent". A node that has pulled it once keeps that image, so nodes may run different versions. Name a version that does not move, or set "Always".',
    default:
      'The tag "{tag}" moves, but imagePullPolicy defaults to "IfNotPresent" for it. A node that has pulled it once keeps that image, so nodes may run different versions. Name a version that does not move, or set "Always".',
    never:
      'With imagePullPolicy "Never" a node runs whatever image it has as "{tag}". A node without the image cannot start the container (ErrImageNeverPull). Put the image on every node, and name a version, so that all have the same.',
  },
  options: {
    schema: {
      type: 'object',
      properties: {
        tags: { type: 'array', items: { type: 'string' }, description: 'The tags that are pushed again and again.' },
      },
      additionalProperties: false,
    },
    defaults: {
      tags: [
        'latest',
        'stable',
        'main',
        'master',
        'mainline',
        'trunk',
        'edge',
        'nightly',
        'dev',
        'develop',
        'devel',
        'canary',
        'next',
        'current',
        'snapshot',
        'unstable',
        'rolling',
        'lts',
      ],
    },
  },
  container(container, report, { tags }) {
    const { value, at, pod, role } = container;
    const { image, imagePullPolicy } = value;
    if (!image || role === 'ephemeral' || isPutInLater(container)) return;
    if (imagePullPolicy !== 'IfNotPresent' && imagePullPolicy !== 'Never') return;
    const reference = imageReference(image);
    if (!reference.valid || reference.digest || !tags.includes(reference.tag)) return;
    const field = at.imagePullPolicy;
    const isWritten = pod.object.isWritten(field);
    report({
      at: isWritten ? field : at.image,
      message: imagePullPolicy === 'Never' ? 'never' : isWritten ? 'written' : 'default',
      data: { tag: reference.tag },
      // Who says Never has put the image there.
      fixes:
        imagePullPolicy === 'Never'
          ? []
          : [{ title: 'Set imagePullPolicy to "Always"', safety: 'unsafe', changes: [set(field, 'Always')] }],
    });
  },
});
