import { defineRule } from '@podlint/engine/rule';
import { imageReference, isPutInLater } from '../../kit/images.js';

export default defineRule({
  id: 'images/latest-tag',
  level: 'warn',
  summary: 'An image with the tag latest, or without one',
  brief: 'tag is latest or missing',
  messages: {
    latest:
      'Image "{image}" uses the tag "latest", which changes with each push. Pods of one workload may run different programs, and there is no version to roll back to. Name the version, or a digest.',
    missing:
      'Image "{image}" has no tag, so it is ":latest", which changes with each push. Pods of one workload may run different programs, and there is no version to roll back to. Name the version, or a digest.',
  },
  container(container, report) {
    const { value, at, role } = container;
    const { image, imagePullPolicy } = value;
    // With Never an image that was pushed changes nothing: images/pull-policy-stale tells what counts then.
    if (!image || role === 'ephemeral' || imagePullPolicy === 'Never' || isPutInLater(container)) return;
    const reference = imageReference(image);
    if (!reference.valid || reference.tag !== 'latest' || reference.digest) return;
    report({ at: at.image, message: image.endsWith(':latest') ? 'latest' : 'missing', data: { image } });
  },
});
