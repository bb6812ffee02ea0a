import { kindWithTemplate } from '@podlint/kinds';
import type { SourceObject } from './objects.js';

/** Names from an object down to its pod template: empty for a Pod, undefined for a kind that has none. */
export function podTemplateIn(object: Pick<SourceObject, 'description'> | undefined): readonly string[] | undefined {
  const { known, status, apiVersion, kind } = object?.description ?? {};
  if (status !== 'other' || apiVersion === undefined || kind === undefined) return known?.podTemplate;
  return kindWithTemplate(apiVersion, kind)?.podTemplate;
}
