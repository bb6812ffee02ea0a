import { defineRule, each, set, type Field, type Report } from '@podlint/engine/rule';
import { isPutInLater } from '../../kit/images.js';
import { whyInvalid, type Reason } from './reason.js';

export default defineRule<Reason>({
  id: 'images/invalid-reference',
  level: 'error',
  fix: 'safe',
  summary: 'An image reference that the API server takes and no kubelet can pull',
  brief: 'image name is invalid',
  messages: {
    variable:
      'Image "{image}" still has a placeholder in it. Kubernetes puts no variables into image names, so the container never starts (InvalidImageName). Write the value, or let the tool that renders your manifests put it in.',
    scheme:
      'Image "{image}" begins like an address of the web. A reference has no scheme, so the container never starts (InvalidImageName). Write it without everything up to "://".',
    blank: 'Image "{image}" has blanks in it, so the container never starts (InvalidImageName). Write "{meant}".',
    blankInside:
      'Image "{image}" has a blank in it, so the container never starts (InvalidImageName). A reference is one word: repository, ":" and tag, "@" and digest.',
    uppercase:
      'Image "{image}" has upper case letters outside of its tag. The container never starts (InvalidImageName). Write the repository and the digest in lower case.',
    id: 'Image "{image}" is the ID of a local image, not a name that can be pulled. The container never starts (InvalidImageName). Write a repository with "@sha256:" and the digest of the image there.',
    digest:
      'Image "{image}" has a digest that cannot be one, so the container never starts (InvalidImageName). A digest is "sha256:" and 64 digits of 0-9 and a-f.',
    tag: 'Image "{image}" has a tag that cannot be one, so the container never starts (InvalidImageName). A tag has up to 128 letters, digits, "_", "." and "-", and does not begin with "." or "-".',
    repository:
      'Image "{image}" has an invalid repository. The container never starts (InvalidImageName). Use lower case letters and digits, with single ".", "_", "__" or "-" between them, and 255 characters at most.',
  },
  container(container, report) {
    const { value, at, pod } = container;
    const { image } = value;
    if (isPutInLater(container)) return;
    // Blanks around it are what the server refuses in a Pod; in a template it does not look
    // (validateContainerOnlyForPod).
    if (pod.object.kind.kind === 'Pod' && image !== image?.trim()) return;
    check(image, at.image, report);
  },
  pod({ spec, at }, report) {
    for (const volume of each(spec.volumes, at.volumes))
      if (volume.value.image) check(volume.value.image.reference, volume.at.image.reference, report);
  },
});

/** A template may leave the image to whatever fills it in. */
function check(image: string | undefined, at: Field, report: Report<Reason>): void {
  if (!image || image.trim() === '') return;
  const invalid = whyInvalid(image);
  if (!invalid) return;
  const { reason, meant } = invalid;
  report({
    at,
    message: reason,
    data: { image, ...(meant === undefined ? {} : { meant }) },
    ...(meant === undefined
      ? {}
      : { fixes: [{ title: `Write "${meant}"`, safety: 'safe' as const, changes: [set(at, meant)] }] }),
  });
}
