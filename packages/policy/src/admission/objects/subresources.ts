import { isObject, own, type Json } from '../../crd/values/json.js';
import { metadataOf } from './resource.js';

/**
 * What is stored after an update of a subresource: `status` changes the status and metadata, another one that part of
 * the spec that it is called after. `next` has defaults, `written` is what was asked for.
 */
export function subresourceUpdate(next: Json, written: Json, old: Json, subresource: string): Json {
  if (subresource === 'status') return statusUpdate(next, written, old);
  if (subresource === 'ephemeralcontainers') {
    const ephemeralContainers = own(specOf(next), 'ephemeralContainers');
    return { ...old, spec: { ...specOf(old), ...(ephemeralContainers !== undefined && { ephemeralContainers }) } };
  }
  return next;
}

/** The status as written; a Pod keeps its class, and nobody changes owners this way (podStatusStrategy). */
function statusUpdate(next: Json, written: Json, old: Json): Json {
  const { ownerReferences } = metadataOf(old);
  const { ownerReferences: _, ...metadata } = metadataOf(next);
  const status = { ...statusOf(written) };
  const { qosClass } = statusOf(old);
  if (status['qosClass'] === undefined && qosClass !== undefined) status['qosClass'] = qosClass;
  return { ...old, metadata: { ...metadata, ...(ownerReferences !== undefined && { ownerReferences }) }, status };
}

function specOf(object: Json): Json {
  const spec = own(object, 'spec');
  return isObject(spec) ? spec : {};
}

function statusOf(object: Json): Json {
  const status = own(object, 'status');
  return isObject(status) ? status : {};
}
