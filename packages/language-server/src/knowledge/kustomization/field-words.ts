/** What a field of a kustomization does, in a sentence. */
export interface FieldWords {
  readonly words: string;
  /** Of a deprecated field: the one that took its place. */
  readonly instead?: string;
}

/** By the type in kustomize's api/types and the field. */
export type WordsByField = Readonly<Record<string, string | FieldWords>>;
