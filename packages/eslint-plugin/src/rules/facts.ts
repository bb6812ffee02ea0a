import { codes, customRuleMessages, suppressionRules, type Code, type Level, type Rule } from '@podlint/engine';
import { catalogue } from '@podlint/rules';

/** What a rule of ESLint is made of: a code of podlint's, or one of its rules. */
export interface RuleFacts {
  readonly id: string;
  readonly summary: string;
  /** In the recommended preset. */
  readonly level: Level;
  /** Whether the strict preset turns it on. */
  readonly isInStrict: boolean;
  /** Whether it is what the server says, and no advice. */
  readonly isFromServer: boolean;
  /** Some of its findings have a fix that keeps the meaning. */
  readonly isFixable: boolean;
  /** Some have other fixes, or choices. */
  readonly hasSuggestions: boolean;
  /** The code whose page tells of it; default: its own. */
  readonly page?: string;
  /** By ids, as podlint writes them; undefined: those of all codes. */
  readonly messages?: Readonly<Record<string, string>>;
  readonly options?: NonNullable<Rule['options']>;
}

const levelOf: Readonly<Record<Code['severity'], Level>> = {
  error: 'error',
  warning: 'warn',
  info: 'info',
  hint: 'info',
};

/** What the server says of a field names what is there to choose from. */
const withChoices: ReadonlySet<string> = new Set(['api/required', 'api/invalid', 'api/not-supported', 'api/not-found']);

function factsOfRule(rule: Rule): RuleFacts {
  const { id, summary, level, fix, hasChoices, messages, options, needsOptions, opposes } = rule;
  return {
    id,
    summary,
    level,
    isInStrict: level !== 'off' || (!needsOptions && opposes === undefined),
    isFromServer: false,
    isFixable: fix === 'safe',
    hasSuggestions: fix !== undefined || hasChoices === true,
    messages,
    ...(options && { options }),
  };
}

function factsOfCode({ id, summary, severity, stage }: Code): RuleFacts {
  // What keeps a text from being read, or an object from being decoded, can mostly be mended.
  const isMended = stage === 'syntax' || stage === 'schema';
  return {
    id,
    summary,
    level: levelOf[severity],
    isInStrict: true,
    isFromServer: true,
    isFixable: isMended,
    hasSuggestions: isMended || withChoices.has(id),
  };
}

const rules = [...catalogue, ...suppressionRules].map(factsOfRule);
const ids = new Set(rules.map(({ id }) => id));

/** Rules of the user's own have names that only their config knows: all of them are one rule here. */
const customRules: RuleFacts = {
  id: 'custom',
  summary: 'What the customRules of a config file find',
  level: 'error',
  isInStrict: true,
  isFromServer: false,
  isFixable: false,
  hasSuggestions: false,
  page: 'custom/any',
  messages: customRuleMessages,
};

/** Every code and every rule, each once. */
export const allFacts: readonly RuleFacts[] = [
  ...codes.filter(({ id }) => !ids.has(id)).map(factsOfCode),
  ...rules,
  customRules,
];
