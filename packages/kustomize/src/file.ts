/** What a kustomization file can say, for who helps to write one: nothing of it builds. Runs in a browser. */
import { BuildFailure } from './errors.js';
import { compilePattern } from './pattern.js';
import { kustomization } from './read/kustomization.js';
import { parseLabelSelector } from './resource/label-selector.js';

export { isRepositoryUrl } from './files/repository-url.js';
export { imagePattern, splitImage } from './transform/image-name.js';
export type { Shape } from './read/decode.js';

/** Every field, with the name of its type in kustomize's api/types. */
export const kustomizationShape = kustomization.shape;

/** Whether a part of a target means a text (resource/selector.ts); what is no expression means nothing. */
export function means(part: string, text: string): boolean {
  return part === '' || compilePattern(`^(?:${part})$`)?.test(text) === true;
}

/** Whether a label selector, or one of annotations, means what has these; what is no selector means nothing. */
export function meansLabels(selector: string, labels: Readonly<Record<string, string>>): boolean {
  try {
    return parseLabelSelector(selector)(labels);
  } catch (error) {
    if (error instanceof BuildFailure) return false;
    throw error;
  }
}
