import type { Minor } from '@podlint/model';
import { placedEmbeddingOf } from './find.js';
import { judgePlacedTemplates } from './judge-part.js';
import { judgeEmbeddedTemplate, type ForeignObject, type TemplateVerdict } from './judge.js';

export type { TemplatePlaces } from './embedding.js';
export { holdsKnownTemplate, kindWithTemplate } from './find.js';
export type { PlacedTemplate } from './judge.js';
export { judgePlacedTemplates } from './judge-part.js';

/** What comes of the pods that an object of another kind makes; undefined where podlint knows of none. */
export function judgeTemplateOf(object: ForeignObject, minor: Minor): TemplateVerdict | undefined {
  const placed = placedEmbeddingOf(object.apiVersion, object.kind);
  return judgeEmbeddedTemplate(object, minor) ?? (placed && judgePlacedTemplates(object, [placed], minor));
}
