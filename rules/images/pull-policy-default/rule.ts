import { defaultPullPolicy, type PullableImage } from '@podlint/model';
import { defineRule, set } from '@podlint/engine/rule';
import { imageReference, isPutInLater } from '../../kit/images.js';

export default defineRule({
  id: 'images/pull-policy-default',
  level: 'info',
  fix: 'safe',
  summary: 'The imagePullPolicy of a container that names none, and why it is that',
  brief: 'default of imagePullPolicy',
  messages: {
    default:
      'imagePullPolicy is "{policy}", because {reason}. The server decides this once, when it creates the object, and does not change it when the tag changes later.',
  },
  container(container, report) {
    const { value, at, pod } = container;
    const { image, imagePullPolicy: policy } = value;
    if (!image || !policy || pod.object.isWritten(at.imagePullPolicy)) return;
    if (isPutInLater(container)) return;
    const reference = imageReference(image);
    // Another one is not the server's default, but what admission sets.
    if (!reference.valid || policy !== defaultPullPolicy(image)) return;
    report({
      at: at.image,
      message: 'default',
      data: { policy, reason: reasonOf(reference, image) },
      fixes: () => [
        {
          title: `Set imagePullPolicy to "${policy}"`,
          safety: 'safe',
          changes: [set(at.imagePullPolicy, policy)],
          isTaken: true,
        },
      ],
    });
  },
});

/** The tag decides, also where a digest follows it (SetDefaults_Container, pkg/apis/core/v1/defaults.go). */
function reasonOf({ tag }: PullableImage, image: string): string {
  if (tag === 'latest')
    return /:latest(?:@|$)/.test(image) ? 'the tag is "latest"' : 'the image has no tag, which means "latest"';
  return tag === '' ? 'the image is named by its digest' : `the tag "${tag}" is not "latest"`;
}
