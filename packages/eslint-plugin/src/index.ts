/** podlint in ESLint: a language for Kubernetes manifests, and a rule for each of podlint's codes and rules. */
import { toolVersion } from '@podlint/model';
import { configsFor } from './configs.js';
import { manifestLanguage } from './language/language.js';
import type { ConfigName, PodlintConfig, PodlintPlugin } from './published.js';
import { allFacts } from './rules/facts.js';
import { eslintRule } from './rules/rule.js';

export type { PodlintSettings } from './analysis/settings.js';
export type { ManifestLanguageOptions, ManifestSourceCode } from './language/source-code.js';
export type { CommentNode } from './language/comment-node.js';
export type {
  AliasNode,
  DocumentNode,
  ManifestNode,
  ManifestRoot,
  MappingNode,
  PairNode,
  ScalarNode,
  SequenceNode,
  ValueNode,
} from './language/nodes.js';

export type { ConfigName, PodlintConfig, PodlintPlugin, PodlintRule } from './published.js';

const plugin: PodlintPlugin = {
  meta: { name: 'eslint-plugin-podlint', version: toolVersion, namespace: 'podlint' },
  languages: { manifest: manifestLanguage },
  rules: Object.fromEntries(allFacts.map((facts) => [facts.id, eslintRule(facts)])),
  configs: {} as Record<ConfigName, PodlintConfig>,
};
Object.assign(plugin.configs, configsFor(plugin));

export default plugin;
