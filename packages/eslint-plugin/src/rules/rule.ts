import { docsOf } from '@podlint/engine';
import { analysisOf, reportCurrent } from '../analysis/analysis.js';
import type { RuleReporter } from '../analysis/rule-reporter.js';
import type { PodlintRule } from '../published.js';
import type { RuleContextOfText } from '../analysis/rule-context.js';
import { messagesOf, messagesOfCodes } from './messages.js';
import { ownOptionsFor } from './options.js';
import { Reporter } from './report.js';
import type { RuleFacts } from './facts.js';

/** The languages whose files may be manifests: podlint's own, and that of eslint-plugin-yml. */
const languages = ['podlint/manifest', 'yml/yaml'];

/** A code or rule of podlint's as a rule of ESLint. */
export function eslintRule(facts: RuleFacts): PodlintRule {
  const { id, summary, level, isFixable, hasSuggestions, messages, options, page = id } = facts;
  const texts = messages && messagesOf(messages);
  const ownOptionsOf = options && ownOptionsFor(options.defaults);
  const reporter: RuleReporter = new Reporter(facts, () => texts ?? messagesOfCodes());
  return {
    meta: {
      type: level === 'error' ? 'problem' : 'suggestion',
      docs: { description: summary, url: docsOf(page), recommended: level === 'error' || level === 'warn' },
      languages,
      schema: options ? [options.schema] : [],
      ...(options && { defaultOptions: [options.defaults] }),
      ...(isFixable && { fixable: 'code' as const }),
      ...(hasSuggestions && { hasSuggestions }),
      get messages() {
        return texts ?? messagesOfCodes();
      },
    },
    create(given) {
      const context = given as RuleContextOfText;
      if (!isManifestLanguage(context)) return noListeners;
      const analysis = analysisOf(context);
      const isFirst = analysis.isFresh;
      analysis.turnOn(reporter, ownOptionsOf?.(context.options[0]), context);
      // Several hundred listeners a file would cost ESLint more than the judging does, so one of them tells for all. The
      // root has another name in each language; every rule has said by then that it is on.
      return isFirst ? { [context.sourceCode.ast.type]: reportCurrent } : noListeners;
    },
  };
}

const noListeners = Object.freeze({});

/** ESLint 9 runs rules on files of any language. */
function isManifestLanguage({ sourceCode }: RuleContextOfText): boolean {
  return sourceCode.ast.type === 'Manifest' || sourceCode.parserServices?.isYAML === true;
}
