import type { DefinedKind } from '@podlint/engine';
import type { FieldPath } from '@podlint/field-path';
import { kindWithTemplate } from '@podlint/kinds';
import { customFieldAlong, type CustomField } from '../knowledge/custom-schema.js';
import { fieldAlong, pathIn, type OwnedField } from '@podlint/schema';
import type { WorkspaceView } from '../service/file-view.js';

/** What an object says it is. */
interface Named {
  readonly apiVersion?: string | undefined;
  readonly kind?: string | undefined;
}

/** The definition of an object, if one is known. */
export function definedKindOf(
  { apiVersion, kind }: Named,
  { customResources }: WorkspaceView,
): DefinedKind | undefined {
  if (apiVersion === undefined || kind === undefined) return undefined;
  return customResources?.defined?.()?.kinds.find((known) => known.apiVersion === apiVersion && known.kind === kind);
}

/** A place in an object of a kind that is not Kubernetes' own: in a part that Kubernetes knows, or by its definition. */
export type CustomPlace =
  | { readonly part: BuiltInPart; readonly custom?: undefined }
  | { readonly part?: undefined; readonly custom: CustomField };

/** A place in metadata, or in the template of a Pod. */
export interface BuiltInPart {
  /** The definition of the part. */
  readonly type: string;
  /** Names from the object down to the part. */
  readonly way: readonly string[];
  /** From the part down. */
  readonly path: FieldPath;
  readonly field: OwnedField | undefined;
}

export function customPlace(object: Named, path: FieldPath, workspace: WorkspaceView): CustomPlace | undefined {
  const { apiVersion, kind } = object;
  if (apiVersion === undefined || kind === undefined) return undefined;
  const { segments } = path;
  const found = partsOf(apiVersion, kind).find(({ way }) => way.every((name, at) => segments[at] === name));
  if (found) {
    const below = pathIn(found.type, segments.slice(found.way.length));
    return { part: { ...found, path: below, field: fieldAlong({ type: found.type }, below) } };
  }
  const defined = definedKindOf(object, workspace);
  const custom = defined && customFieldAlong(defined.schema, segments);
  return custom && { custom };
}

/** The parts of an object that Kubernetes knows the fields of. */
function partsOf(apiVersion: string, kind: string): Pick<BuiltInPart, 'type' | 'way'>[] {
  const template = kindWithTemplate(apiVersion, kind)?.podTemplate;
  return [
    { way: ['metadata'], type: 'meta.v1.ObjectMeta' },
    ...(template ? [{ way: template, type: 'core.v1.PodTemplateSpec' }] : []),
  ];
}
