/** What kustomize knows of a field when it merges: how lists in it are merged (openapi.go, ResourceSchema). */
export interface MergeSchema {
  field(name: string): MergeSchema | undefined;
  elements(): MergeSchema | undefined;
  /** The list is merged by these fields of its items; by the items themselves where there are none. */
  readonly mergeKeys: readonly string[] | undefined;
}

export interface KindSchemas {
  schemaOf(apiVersion: string, kind: string): MergeSchema | undefined;
}
