import type { ObjectMeta } from './meta/object-meta.js';

/** Any object that the server stores. */
export interface KubernetesObject {
  metadata?: ObjectMeta;
  readonly spec?: object;
}
