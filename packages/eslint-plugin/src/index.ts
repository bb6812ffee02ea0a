/** podlint in ESLint: a language for Kubernetes manifests, and a rule for each of podlint's codes and rules. */
import type { Language, Plugin } from '@eslint/core';
import { toolVersion } from '@podlint/model';
import { configsFor, type ConfigName, type ManifestConfig } from './configs.js';
import { manifestLanguage } from './language/language.js';
import { allFacts } from './rules/facts.js';
import { eslintRule } from './rules/rule.js';
import type { LintRule } from './rules/types.js';

export type { PodlintSettings } from './analysis/settings.js';
export type { ManifestLanguageOptions, ManifestSourceCode } from './language/source-code.js';
export type {
  AliasNode,
  CommentNode,
  DocumentNode,
  ManifestNode,
  ManifestRoot,
  MappingNode,
  PairNode,
  ScalarNode,
  SequenceNode,
  ValueNode,
} from './language/nodes.js';

export interface PodlintPlugin {
  readonly meta: { readonly name: string; readonly version: string; readonly namespace: string };
  readonly languages: { readonly manifest: Language };
  readonly rules: Readonly<Record<string, LintRule>>;
  readonly configs: Readonly<Record<ConfigName, ManifestConfig>>;
}

const plugin = {
  meta: { name: 'eslint-plugin-podlint', version: toolVersion, namespace: 'podlint' },
  languages: { manifest: manifestLanguage },
  rules: Object.fromEntries(allFacts.map((facts) => [facts.id, eslintRule(facts)])),
  configs: {} as Record<ConfigName, ManifestConfig>,
};
Object.assign(plugin.configs, configsFor(plugin as unknown as Plugin));

const published = plugin as unknown as PodlintPlugin;
export default published;
/** What `require` gives. */
export { published as 'module.exports' };
