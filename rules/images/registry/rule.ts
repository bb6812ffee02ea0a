import { defineRule } from '@podlint/engine/rule';
import { imageReference, isFrom, isPutInLater, patternList } from '../../kit/images.js';

interface Options {
  readonly allow: readonly string[];
  readonly deny: readonly string[];
}

export default defineRule<'denied' | 'notAllowed', Options>({
  id: 'images/registry',
  level: 'off',
  needsOptions: true,
  summary: 'An image from a registry that is not allowed',
  brief: 'registry is not allowed',
  messages: {
    denied:
      'Image "{image}" comes from "{repository}", which your configuration denies. Take it from a registry that is allowed.',
    notAllowed:
      'Image "{image}" is not from a registry that your configuration allows. It comes from "{repository}"; allowed are {allow}. Take it from one of these.',
  },
  options: {
    schema: {
      type: 'object',
      properties: {
        allow: patternList(
          'Registries or repositories that images may come from; without any, all that are not denied.',
        ),
        deny: patternList('Registries or repositories that no image may come from.'),
      },
      additionalProperties: false,
    },
    defaults: { allow: [], deny: [] },
  },
  container(container, report, { allow, deny }) {
    const { value, at } = container;
    const { image } = value;
    // Where a builder pushes it is said on its command line.
    if (!image || isPutInLater(container)) return;
    const isDenied = isFrom(image, deny);
    if (!isDenied && (allow.length === 0 || isFrom(image, allow))) return;
    const reference = imageReference(image);
    if (!reference.valid) return;
    const data = { image, repository: reference.repository };
    if (isDenied) report({ at: at.image, message: 'denied', data });
    else
      report({
        at: at.image,
        message: 'notAllowed',
        data: { ...data, allow: allow.map((pattern) => `"${pattern}"`).join(', ') },
      });
  },
});
