/**
 * What users see of the plugin. Every version of ESLint declares types of its own, and each wants less of some part than
 * @eslint/core says; these fit into all of them, from 9.15 on.
 */
import type { Language, RuleVisitor, RulesMeta } from '@eslint/core';

export interface PodlintRule {
  readonly meta: {
    readonly type: 'problem' | 'suggestion';
    readonly docs: { readonly description: string; readonly url: string; readonly recommended: boolean };
    readonly languages: string[];
    readonly schema: NonNullable<Exclude<RulesMeta['schema'], false>>;
    readonly defaultOptions?: unknown[];
    readonly messages: Record<string, string>;
    readonly fixable?: 'code';
    readonly hasSuggestions?: boolean;
  };
  /** @param context of ESLint, which alone calls it */
  create(context: unknown): RuleVisitor;
}

export interface PodlintConfig {
  name: string;
  files: string[];
  plugins: { podlint: PodlintPlugin };
  language: string;
  /** Of `podlint/manifest`: `tolerant`. */
  languageOptions: Record<string, unknown>;
  rules: Record<string, 'error' | 'warn' | 'off'>;
}

/** @see the README for what each turns on */
export type ConfigName = 'recommended' | 'strict' | 'none' | 'all';

export interface PodlintPlugin {
  readonly meta: { readonly name: string; readonly version: string; readonly namespace: string };
  readonly languages: { readonly manifest: Language };
  readonly rules: Record<string, PodlintRule>;
  readonly configs: Record<ConfigName, PodlintConfig>;
}
