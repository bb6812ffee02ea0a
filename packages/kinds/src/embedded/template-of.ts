import type { Minor } from '@podlint/model';
import { judgeEmbeddedParts } from './judge-part.js';
import { judgeEmbeddedTemplate, type ForeignObject, type TemplateVerdict } from './judge.js';

export { holdsKnownTemplate, kindWithTemplate } from './find.js';

/** What comes of the pods that an object of another kind makes; undefined where podlint knows of none. */
export function judgeTemplateOf(object: ForeignObject, minor: Minor): TemplateVerdict | undefined {
  return judgeEmbeddedTemplate(object, minor) ?? judgeEmbeddedParts(object, minor);
}
