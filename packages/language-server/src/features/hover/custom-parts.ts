import { withArticle } from './article.js';
import { own } from '@podlint/plain';
import { allowedBy, customTypeWords, type CustomField } from '../../knowledge/custom-schema.js';
import { definedKindOf } from '../../place/custom-place.js';
import type { Place } from '../../place/place.js';
import type { WorkspaceView } from '../../service/file-view.js';
import { code, listed, plain } from './markdown.js';

/** What the definition of a custom resource says of a field. */
export function customParts(
  { path, object }: Place,
  { name, schema, isRequired }: CustomField,
  workspace: WorkspaceView,
): string[] {
  const { description, default: usual } = schema;
  const allowed = allowedBy(schema);
  const notes = [customTypeWords(schema), ...(isRequired ? ['required'] : [])];
  const { kind = '' } = object.description;
  return [
    `**${plain(name)}** · ${notes.join(' · ')}\n\n${code(path.toString())} of ${withArticle(plain(kind))}`,
    ...(allowed.length > 0 ? [`Allowed: ${listed(allowed)}`] : []),
    ...limits(schema),
    ...(usual === undefined ? [] : [`Default: ${code(JSON.stringify(usual))}`]),
    ...(typeof description === 'string' && description !== '' ? [plain(description)] : []),
    ...sourcePart(object.description, workspace),
  ];
}

/** Where the definition is from, if it is one that is carried along. */
export function sourcePart(named: Place['object']['description'], workspace: WorkspaceView): string[] {
  const source = definedKindOf(named, workspace)?.source;
  return source === undefined ? [] : [`By the definition of ${code(source)}, which podlint carries`];
}

const limitWords: Readonly<Record<string, string>> = {
  pattern: 'Pattern',
  minimum: 'At least',
  maximum: 'At most',
  minLength: 'Characters at least',
  maxLength: 'Characters at most',
  minItems: 'Items at least',
  maxItems: 'Items at most',
};

function limits(schema: CustomField['schema']): string[] {
  const lines = Object.entries(limitWords).flatMap(([name, words]) => {
    const value = own(schema, name);
    return typeof value === 'number' || typeof value === 'string' ? [`- ${words}: ${code(value)}`] : [];
  });
  return lines.length === 0 ? [] : [lines.join('\n')];
}
