import { FieldPath } from '@podlint/field-path';
import { recognise } from '../documents/formats/recognise.js';
import type { InspectedObject, SourceDocument } from './inspected.js';
import { skippedObject } from './skipped-object.js';
import { structureFindings } from './judge.js';
import type { SourceObject } from '../documents/objects.js';
import { placeholdersInBroken } from '../documents/placeholders/broken.js';
import { placeholderFinding } from '../findings/placeholders/gather.js';
import type { Finding } from '../findings/finding.js';
import { syntaxFinding } from '../findings/syntax.js';
import { templateInBroken } from '../documents/template.js';
import type { KubernetesVersion } from '@podlint/model';

/**
 * A document that no YAML reader takes: a template for another program, a settings file of another one, or a mistake.
 */
export function inspectBroken(source: SourceDocument, objects: readonly SourceObject[]): InspectedObject[] {
  const { document, index, versions } = source;
  const { text, problems } = document;
  const template = templateInBroken(document);
  if (template) return [skippedObject(source, objects[0], template)];
  const other = formatOfBroken(source, objects[0]);
  if (other) return [{ ...skippedObject(source, objects[0], 'not a Kubernetes object'), ...other }];
  const placeholders = placeholdersInBroken(document);
  if (placeholders.length > 0) {
    const judgements = versions.map((version) => ({
      version,
      findings: [placeholderFinding(text, FieldPath.root, placeholders)],
    }));
    return [{ document, index, object: objects[0], judgements, skipped: 'placeholder ${...}' }];
  }
  // Where something was left out, the structure of the rest still stands, while checks of the whole would ask for what
  // is not there.
  const isReadable = problems.every(({ code }) => code === 'syntax/left-out');
  return (isReadable && objects.length > 0 ? objects : [objects[0]]).map((object, position) => {
    const ofText = position === 0 ? problems.map(syntaxFinding) : [];
    const structure = (version: KubernetesVersion): Finding[] =>
      isReadable && object ? structureFindings(object, version.minor) : [];
    return {
      document,
      index,
      object,
      judgements: versions.map((version) => ({
        version,
        verdict: 'undecodable',
        findings: [...ofText, ...structure(version)],
      })),
    };
  });
}

const jsonStart = /^\ufeff?\s*[[{]/;
const typeMeta = /["']?(?:apiVersion|kind)["']?\s*:/;
/** Settings of editors and compilers have a "kind", too. */
const apiVersion = /"apiVersion"\s*:/;

/**
 * JSON with comments is a settings file (tsconfig.json and its like), a file of that name may hold what some program has
 * printed, and what is known for the file of another program is for that one's reader, which may know tags and escapes
 * that Kubernetes does not, unless the text says what object it is. A kustomization is for kubectl.
 */
function formatOfBroken(
  { document, path }: SourceDocument,
  object: SourceObject | undefined,
): Pick<InspectedObject, 'format'> | undefined {
  const { text, range } = document;
  const written = text.slice(range.start, range.end);
  const isJson = jsonStart.test(written);
  if ((isJson ? apiVersion : typeMeta).test(written)) return undefined;
  const format = object && recognise(object.json(), path);
  const isOther = isJson || path.endsWith('.json') || (format !== undefined && format !== 'kustomization');
  return isOther ? (format === undefined ? {} : { format }) : undefined;
}
