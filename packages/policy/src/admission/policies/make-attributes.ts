import type { CreateSteps } from '@podlint/kinds';
import type { Minor } from '@podlint/model';
import type { FieldError } from '@podlint/validation';
import type { Json } from '../../crd/values/json.js';
import { createObject, isTaken, servedJson, updateObject } from '../objects/created.js';
import { equivalentVersions } from '../objects/equivalents.js';
import { metadataOf, namespaceOf, resourceOf, textAt, type Resource } from '../objects/resource.js';
import { withPlugins } from '../plugins/pod-plugins.js';
import type { Attributes, VersionedObjects } from './attributes.js';
import type { AdmissionRequest } from './request.js';
import { subresourceUpdate } from '../objects/subresources.js';

/** A request as admission sees it, or why it does not come that far. */
export type Made = { readonly attributes: Attributes } | { readonly invalid: readonly FieldError[] };

/** `admit`: what the server's plugins do to a new Pod; default: what those of every cluster do. */
export function makeAttributes(
  request: AdmissionRequest,
  minor: Minor,
  resource: Resource = resourceOf(request.object ?? request.oldObject ?? {}),
  admit: CreateSteps['admit'] = resource.builtIn && withPlugins(resource.builtIn, minor),
): Made {
  const { operation, subresource = '' } = request;
  const shown = request.object ?? request.oldObject ?? {};
  const objects = admittedObjects(request, resource, minor, admit);
  if ('invalid' in objects) return objects;
  const name = textAt(metadataOf(shown), 'name');
  return {
    attributes: {
      ...objects,
      ...{ operation, resource, subresource, name },
      namespace: namespaceOf(shown, resource),
      user: request.user ?? 'alice',
      groups: request.groups ?? ['system:authenticated'],
      dryRun: request.dryRun ?? false,
      ...equivalentVersions(resource, objects, minor),
    },
  };
}

function admittedObjects(
  { operation, object, oldObject, subresource = '' }: AdmissionRequest,
  { builtIn }: Resource,
  minor: Minor,
  admit: CreateSteps['admit'],
): VersionedObjects | { readonly invalid: readonly FieldError[] } {
  if (!builtIn) return { object: object ?? null, oldObject: oldObject ?? null };
  const create = (manifest: Json) => createObject(manifest, builtIn, minor, admit);
  const old = oldObject ? servedJson(create(oldObject), minor) : null;
  if (!object || operation === 'DELETE') return { object: null, oldObject: old };
  const created = create(object);
  if (!old)
    return isTaken(created) ? { object: servedJson(created, minor), oldObject: null } : { invalid: created.errors };
  const next = servedJson(created, minor);
  if (subresource !== '') return { object: subresourceUpdate(next, object, old, subresource), oldObject: old };
  const updated = updateObject(next, old, builtIn, minor);
  return updated.errors.length > 0
    ? { invalid: updated.errors }
    : { object: servedJson(updated, minor), oldObject: old };
}
