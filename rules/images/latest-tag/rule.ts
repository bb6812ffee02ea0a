import { defineRule } from '@podlint/engine/rule';
import { imageReference, isPutInLater } from '../../kit/images.js';

export default defineRule({
  id: 'images/latest-tag',
  level: 'warn',
  summary: 'An image with the tag latest, or without one',
  messages: {
    latest:
      'Image "{image}" has the tag "latest", which means another image each time somebody pushes one: Pods of one workload may run different programs, and there is nothing to roll back to. Name the version, or a digest.',
    missing:
      'Image "{image}" has no tag, so it is "{image}:latest", which means another image each time somebody pushes one: Pods of one workload may run different programs, and there is nothing to roll back to. Name the version, or a digest.',
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
