import { defineRule } from '@podlint/engine/rule';
import { imageReference, isPutInLater } from '../../kit/images.js';

export default defineRule({
  id: 'images/no-digest',
  level: 'off',
  summary: 'An image that is not pinned by its digest',
  brief: 'no digest',
  messages: {
    tagOnly:
      'Image "{image}" is named by its tag alone, which the registry may give to another image at any time. Add "@sha256:" and the digest, so that what runs is what was tested.',
  },
  container(container, report) {
    const { value, at, role } = container;
    const { image } = value;
    if (!image || image.includes('@') || role === 'ephemeral' || isPutInLater(container)) return;
    if (imageReference(image).valid) report({ at: at.image, message: 'tagOnly', data: { image } });
  },
});
