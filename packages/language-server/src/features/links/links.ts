import { parseImageReference } from '@podlint/model';
import type { DocumentLink } from 'vscode-languageserver-types';
import { isImage } from '../../knowledge/images.js';
import { mentionsIn } from '../../names/mentions.js';
import { objectSymbol } from '../../names/symbols.js';
import { objectsIn } from '../../names/objects.js';
import { typedScalars } from '../../names/walk.js';
import { toRange } from '../../place/ranges.js';
import type { FileView, WorkspaceView } from '../../service/file-view.js';
import { pageOf } from './registry-pages.js';

/** Links from images to the pages of their registries, and from volumes to the ConfigMaps and Secrets that they mount. */
export function documentLinks(view: FileView, workspace: WorkspaceView): DocumentLink[] {
  return [...imageLinks(view), ...mountLinks(view, workspace)];
}

function imageLinks(view: FileView): DocumentLink[] {
  return [...objectsIn(view)].flatMap(({ document, root, type }) => {
    const scalars = type === undefined ? [] : typedScalars(document, root, type).filter(({ field }) => isImage(field));
    return scalars.flatMap(({ node }) => {
      const image = parseImageReference(document.scalarText(node) ?? '');
      const target = image.valid ? pageOf(image.repository) : undefined;
      return target === undefined
        ? []
        : [{ range: toRange(view.text, document.rangeOf(node)), target, tooltip: 'Open the page of the image' }];
    });
  });
}

/** Definitions of which a volume mounts what a ConfigMap or Secret holds. */
const mounts: readonly string[] = [
  'core.v1.ConfigMapVolumeSource.name',
  'core.v1.SecretVolumeSource.secretName',
  'core.v1.ConfigMapProjection.name',
  'core.v1.SecretProjection.name',
];

function mountLinks(view: FileView, workspace: WorkspaceView): DocumentLink[] {
  const mounted = [...objectsIn(view)].flatMap((object) =>
    mentionsIn(object).filter(
      ({ what, role, field }) => what === 'object' && role === 'reference' && mounts.includes(field),
    ),
  );
  if (mounted.length === 0) return [];
  const places = placesOf(workspace);
  return mounted.flatMap((mention) => {
    const target = places.get(mention.symbol);
    if (target === undefined) return [];
    const range = toRange(view.text, mention.range);
    return [{ range, target, tooltip: `Open the ${mention.kind ?? 'object'} "${mention.name}"` }];
  });
}

/** Where the ConfigMaps and Secrets of the workspace are, by their symbols; the first of a name counts. */
function placesOf(workspace: WorkspaceView): ReadonlyMap<string, string> {
  const places = new Map<string, string>();
  for (const { uri, parts } of workspace.files())
    for (const { documents, by } of parts)
      for (const { kind, name, namespace = 'default', line } of documents) {
        if ((kind !== 'ConfigMap' && kind !== 'Secret') || name === undefined) continue;
        const symbol = objectSymbol(kind, namespace, name);
        if (!places.has(symbol)) places.set(symbol, `${uri}#L${line + by.lines}`);
      }
  return places;
}
