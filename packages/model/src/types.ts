import './type-additions/index.js';

/**
 * An object as it comes out of decoding: every field may be absent (Go's zero value), whatever the API marks as
 * required.
 * Nulls are gone, quantities are strings, int-or-strings stay as they were written.
 */
export type Decoded<T> = T extends readonly (infer Item)[]
  ? Decoded<Item>[]
  : T extends object
    ? string extends keyof T
      ? { [Key in keyof T]: Decoded<T[Key]> }
      : { -readonly [Field in keyof T]?: Decoded<T[Field]> }
    : T;

export type * as admissionregistration from 'kubernetes-types/admissionregistration/v1.js';
export type * as apiregistration from './more-types/apiregistration.js';
export type * as apiextensions from 'kubernetes-types/apiextensions/v1.js';
export type * as apps from 'kubernetes-types/apps/v1.js';
export type * as autoscaling from 'kubernetes-types/autoscaling/v2.js';
export type * as autoscalingV1 from 'kubernetes-types/autoscaling/v1.js';
export type * as batch from 'kubernetes-types/batch/v1.js';
export type * as certificates from 'kubernetes-types/certificates/v1.js';
export type * as coordination from 'kubernetes-types/coordination/v1.js';
export type * as core from 'kubernetes-types/core/v1.js';
export type * as discovery from 'kubernetes-types/discovery/v1.js';
export type * as flowcontrol from 'kubernetes-types/flowcontrol/v1.js';
export type * as meta from 'kubernetes-types/meta/v1.js';
export type * as networking from 'kubernetes-types/networking/v1.js';
export type * as node from 'kubernetes-types/node/v1.js';
export type * as policy from 'kubernetes-types/policy/v1.js';
export type * as rbac from 'kubernetes-types/rbac/v1.js';
export type * as resource from './more-types/resource.js';
export type * as scheduling from 'kubernetes-types/scheduling/v1.js';
export type * as storage from 'kubernetes-types/storage/v1.js';
