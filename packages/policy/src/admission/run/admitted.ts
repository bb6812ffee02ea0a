import type { Json } from '../../crd/values/json.js';

/** Who has set a value, as it is shown. */
interface ShownOrigin {
  /** `spec.tolerations[0].key` */
  readonly path: string;
  /** `LimitRanger, LimitRange bounds`, or `default`. */
  readonly by: string;
}

/** An object and the Pod that it is or makes as admission leaves them, and who set what. */
export interface AdmittedObject {
  /** The object, where it makes Pods or none, and a policy has changed it. */
  readonly object?: AdmittedValue;
  /** Undefined: it makes none. */
  readonly pod?: Json;
  /** Of each value of the Pod that is not in the manifest. */
  readonly origins: readonly ShownOrigin[];
  /** Who refuses it, and why: it is shown as it was then. */
  readonly refused?: string;
}

interface AdmittedValue {
  readonly value: Json;
  /** Of each value that a policy has set. */
  readonly origins: readonly ShownOrigin[];
}
