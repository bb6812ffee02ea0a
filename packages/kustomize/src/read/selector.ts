import { embedded, struct, text } from './decode.js';
import type { Selector } from './entries.js';
import { gvkFields } from './field-spec.js';

const name = embedded(text);
export const selectorFields = { ...gvkFields, name, namespace: name };

export const selector = struct<Selector>(
  { ...selectorFields, labelSelector: text, annotationSelector: text },
  'Selector',
);
