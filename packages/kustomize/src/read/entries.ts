import type { FieldSpec } from '../config/field-spec.js';

/** Texts by name. */
export type Texts = Readonly<Record<string, string>>;

/** What a target names; every part is an expression, and an empty one stands for any. */
export interface Selector {
  readonly group: string;
  readonly version: string;
  readonly kind: string;
  readonly name: string;
  readonly namespace: string;
  readonly labelSelector: string;
  readonly annotationSelector: string;
}

export interface PatchEntry {
  readonly path: string;
  readonly patch: string;
  readonly target: Selector | undefined;
  readonly options: { readonly allowNameChange: boolean; readonly allowKindChange: boolean } | undefined;
}

export interface ImageEntry {
  readonly name: string;
  readonly newName: string;
  readonly tagSuffix: string;
  readonly newTag: string;
  readonly digest: string;
}

export interface GeneratorOptions {
  readonly labels: Texts | undefined;
  readonly annotations: Texts | undefined;
  readonly disableNameSuffixHash: boolean;
  readonly immutable: boolean;
}

export interface GeneratorEntry {
  readonly namespace: string;
  readonly name: string;
  readonly behavior: string;
  readonly literals: readonly string[] | undefined;
  readonly files: readonly string[] | undefined;
  readonly envs: readonly string[] | undefined;
  readonly env: string;
  readonly options: GeneratorOptions | undefined;
}

export interface SecretEntry extends GeneratorEntry {
  readonly type: string;
}

export interface LabelEntry {
  readonly pairs: Texts | undefined;
  readonly includeSelectors: boolean;
  readonly includeTemplates: boolean;
  readonly includeVolumeClaimTemplates: boolean;
  readonly fields: readonly FieldSpec[] | undefined;
}

export interface FieldOptions {
  readonly delimiter: string;
  readonly index: number;
  readonly encoding: string;
  readonly create: boolean;
}

export interface ReplacementSource {
  readonly group: string;
  readonly version: string;
  readonly kind: string;
  readonly name: string;
  readonly namespace: string;
  readonly fieldPath: string;
  readonly options: FieldOptions | undefined;
}

export interface ReplacementTarget {
  readonly select: Selector | undefined;
  readonly reject: readonly (Selector | undefined)[] | undefined;
  readonly fieldPaths: readonly string[] | undefined;
  readonly options: FieldOptions | undefined;
}

export interface Replacement {
  readonly source: ReplacementSource | undefined;
  readonly targets: readonly (ReplacementTarget | undefined)[] | undefined;
  readonly sourceValue: string | undefined;
}

export interface ReplacementEntry extends Replacement {
  readonly path: string;
}

export interface Replica {
  readonly name: string;
  readonly count: number;
}

export interface Var {
  readonly name: string;
  readonly objref: {
    readonly apiVersion: string;
    readonly group: string;
    readonly version: string;
    readonly kind: string;
    readonly name: string;
    readonly namespace: string;
  };
  readonly fieldref: { readonly fieldPath: string };
}

export interface SortOptions {
  readonly order: string;
  readonly legacySortOptions:
    | { readonly orderFirst: readonly string[] | undefined; readonly orderLast: readonly string[] | undefined }
    | undefined;
}

export interface ObjectMeta {
  readonly name: string;
  readonly namespace: string;
  readonly labels: Texts | undefined;
  readonly annotations: Texts | undefined;
}
