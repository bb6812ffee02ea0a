import { FieldPath } from '@podlint/field-path';
import type { Spec } from './spec.js';

const spec = FieldPath.root.child('spec');
/** Fields of upstream's internal form, and where a manifest has them. */
const moved: readonly (readonly [from: FieldPath, to: FieldPath])[] = [
  [spec.child('validation'), spec.child('versions').index(0).child('schema')],
  ...['subresources', 'additionalPrinterColumns', 'selectableFields'].map(
    (name) => [spec.child(name), spec.child('versions').index(0).child(name)] as const,
  ),
  [spec.child('version'), spec.child('versions').index(0).child('name')],
  [spec.child('conversion', 'webhookClientConfig'), spec.child('conversion', 'webhook', 'clientConfig')],
  [
    spec.child('conversion', 'conversionReviewVersions'),
    spec.child('conversion', 'webhook', 'conversionReviewVersions'),
  ],
];

/** Where in the manifest a field is that the server names by its internal form. */
export function placeInManifest(path: FieldPath, { versions }: Spec): FieldPath {
  const move = versions.length > 0 ? moved.find(([from]) => path.startsWith(from)) : undefined;
  return move ? path.rebase(...move) : path;
}
