import { own } from '@podlint/plain';
import { versions } from '@podlint/model';
import { documentationOfType } from '../../knowledge/documentation.js';
import { kindNamed } from '../../knowledge/kinds.js';
import { definedKindOf } from '../../place/custom-place.js';
import type { Place } from '../../place/place.js';
import type { FileView, WorkspaceView } from '../../service/file-view.js';
import { verdictWords } from '../verdict-words.js';
import { sourcePart } from './custom-parts.js';
import { code } from './markdown.js';

/** On apiVersion and kind: what the object is, who serves it, and what the server says to it. */
export async function kindParts(view: FileView, { object }: Place, workspace: WorkspaceView): Promise<string[]> {
  const { apiVersion, kind, status, known } = object.description;
  const defined = known ? undefined : definedKindOf(object.description, workspace);
  if (defined)
    return [
      `**${defined.kind}** · ${code(defined.apiVersion)}`,
      ...sourcePart(object.description, workspace),
      ...verdictPart(view, object),
    ];
  const found = known ?? kindNamed(apiVersion, kind);
  if (!found || kind === undefined)
    return apiVersion === undefined
      ? []
      : [`${code(`${apiVersion} ${kind ?? ''}`.trim())} is not a kind that podlint knows`];
  const documentation = await documentationOfType(found.definition);
  return [
    `**${found.kind}** · ${code(found.apiVersion)}`,
    ...(documentation === undefined ? [] : [documentation]),
    servedWords(status, apiVersion, found),
    ...verdictPart(view, object),
  ];
}

function verdictPart(view: FileView, object: Place['object']): string[] {
  const verdicts = view.versions.flatMap(({ name }) => {
    const verdict = own(object.verdicts, name);
    return verdict ? [`${name}: ${verdictWords[verdict]}`] : [];
  });
  return verdicts.length === 0 ? [] : [`Verdict: ${verdicts.join(' · ')}`];
}

function servedWords(
  status: string,
  apiVersion: string | undefined,
  { apiVersion: served, kind }: { readonly apiVersion: string; readonly kind: string },
): string {
  const range = `Kubernetes ${versions[0]!.name} to ${versions.at(-1)!.name}`;
  if (status === 'unserved')
    return `${code(apiVersion)} is no longer served: ${range} serve ${kind} as ${code(served)}`;
  if (status === 'wrong-api-version')
    return `${code(apiVersion)} never served ${kind}: ${range} serve it as ${code(served)}`;
  return `Served as ${code(served)} by ${range}`;
}
