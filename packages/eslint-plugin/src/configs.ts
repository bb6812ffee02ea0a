import type { ConfigName, PodlintConfig, PodlintPlugin } from './published.js';
import { allFacts, type RuleFacts } from './rules/facts.js';

type Rules = PodlintConfig['rules'];
type Severity = Rules[string];

/** Files of another language are none of podlint's. */
const files = ['**/*.yaml', '**/*.yml'];

const severityOf: Readonly<Record<RuleFacts['level'], Severity>> = {
  error: 'error',
  warn: 'warn',
  info: 'off',
  off: 'off',
};

function rulesAt(severity: (facts: RuleFacts) => Severity): Rules {
  return Object.fromEntries(allFacts.map((facts) => [`podlint/${facts.id}`, severity(facts)]));
}

/** By their names, the rules of each config. */
const rules: Readonly<Record<ConfigName, Rules>> = {
  /** What the server says, and what hurts. */
  recommended: rulesAt(({ level }) => severityOf[level]),
  /** Also every rule that is off by default and needs no options. */
  strict: rulesAt(({ level, isInStrict }) => (level === 'off' && isInStrict ? 'warn' : severityOf[level])),
  /** What the server says, and no rule. */
  none: rulesAt(({ level, isFromServer }) => (isFromServer ? severityOf[level] : 'off')),
  /** Every rule, for who lets podlint's own config file say which of them run (`settings.podlint.config`). */
  all: rulesAt(({ level }) => (level === 'error' ? 'error' : 'warn')),
};

/** @param plugin what the configs belong to: each names it, so that it can be used as it is */
export function configsFor(plugin: PodlintPlugin): Record<ConfigName, PodlintConfig> {
  const config = (name: ConfigName): PodlintConfig => ({
    name: `podlint/${name}`,
    files: [...files],
    plugins: { podlint: plugin },
    language: 'podlint/manifest',
    // The rules of podlint/syntax say more of what is wrong with a text than a parse error could.
    languageOptions: { tolerant: true },
    rules: rules[name],
  });
  return { recommended: config('recommended'), strict: config('strict'), none: config('none'), all: config('all') };
}
