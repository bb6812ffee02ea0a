/** Something that has a name inside of a Pod. */
export type PodPart = 'volume' | 'port' | 'container' | 'resource claim';

/** What the name in a field stands for. */
export type Reference =
  /** Something in the same Pod. */
  | { readonly to: PodPart }
  /** An object, of the same namespace if it is in one. `kind` may be what the field beside it says. */
  | { readonly to: 'object'; readonly kind: string | { readonly field: string } }
  /** A key of a ConfigMap or Secret that is named by a field of the same object, or of the one around its list. */
  | { readonly to: 'key'; readonly kind: 'ConfigMap' | 'Secret'; readonly namedBy: string }
  /** A port of the Pods that a Service selects, by the name that a container gives it. */
  | { readonly to: 'selected port' }
  /** A port of the Service that is named beside it. */
  | { readonly to: 'service port' };

/** Fields that hold the name of something else. */
export interface FieldReferences {
  readonly refersTo: Reference;
  /** From the object down, `spec.tls[].secretName`: `[]` stands for each item of a list. */
  readonly fields: readonly string[];
}

/** The name of an object of that kind. */
export function objectNamed(kind: string): Reference {
  return { to: 'object', kind };
}

/** The name of an object of the kind that the field beside it says. */
export const objectOfKindBeside: Reference = { to: 'object', kind: { field: 'kind' } };
