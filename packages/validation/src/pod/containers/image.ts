import { defineMessages } from '@podlint/messages';
import type { FieldPath } from '@podlint/model';
import type { Context } from '../../context.js';
import { isPadded } from '../../formats.js';
import type { Container } from './pod-facts.js';

const says = defineMessages('container-image', {
  padded: 'The image "{image}" has white space around it, which no registry knows. Remove it.',
});

/**
 * Templates keep such an image, so that something may fill it in; a Pod has to have the final one
 * (validateContainerOnlyForPod).
 */
export function validateImagePadding({ image }: Container, path: FieldPath, context: Context): void {
  if (image && isPadded(image)) context.report.invalid(path.child('image'), says.padded({ image }));
}
