import { FieldPath } from '@podlint/field-path';
import { lateChecks, type CompiledRule, type RuleFault, type RuleVerdict } from '@podlint/kinds';
import { textOf } from '@podlint/messages';
import { defaultVersion, findKind, type Minor } from '@podlint/model';
import { fieldAt } from '../../rule/field.js';
import type { Finding, Rule } from '../../rule/rule.js';
import type { ResourceView } from '../../rule/views.js';
import type { CustomRule } from './custom-rule.js';
import { idOfCustomRule } from './ids.js';
import { isMeant } from './match.js';
import { placeNamed } from './named-place.js';

/** What a rule says: its own words, or that there are none. */
export const customRuleMessages = {
  violated: '{text}',
  'not-compiled':
    'The rule does not compile as an expression of Kubernetes {version}: {problem}. Write it without that, or check against newer versions only.',
  'not-evaluated': 'The rule cannot tell whether this is right: {problem}. Make its expression fit, with has() say.',
} as const;

type Message = keyof typeof customRuleMessages;
type Compiled = CompiledRule | { readonly faults: readonly RuleFault[] };

/** A rule whose expressions do not compile. Of config files one is told where (`config/rule-problems.ts`). */
export class CustomRuleError extends Error {
  override readonly name = 'CustomRuleError';
}

/**
 * A rule that a user has written, as those of the catalogue. The language of expressions has to be loaded
 * (`loadLateChecks`); it is compiled when there is an object to look at.
 */
export function makeRule(custom: CustomRule): Rule<Message> {
  const { level = 'warn', message = '', description = message } = custom;
  const compiled = new Map<Minor, Compiled>();
  return {
    id: idOfCustomRule(custom),
    level,
    summary: description === '' ? 'A rule of the config' : description,
    messages: customRuleMessages,
    resource(resource, report) {
      if (isPart(resource) || !isMeant(custom.match, resource)) return;
      const { minor } = resource;
      const known = compiled.get(minor) ?? lateChecks().compileRule(custom, minor);
      compiled.set(minor, known);
      if ('faults' in known) report(notCompiled(known.faults, custom, minor));
      else for (const verdict of known.judge(subjectOf(resource))) report(findingOf(verdict, custom, resource));
    },
  };
}

/**
 * As the newest version compiles it: what an older one lacks is said of the objects that are judged for it.
 * @throws CustomRuleError
 */
export function checkCustomRule(custom: CustomRule): void {
  const compiled = lateChecks().compileRule(custom, defaultVersion.minor);
  if (!('faults' in compiled)) return;
  const [first] = compiled.faults;
  throw new CustomRuleError(
    `the rule ${idOfCustomRule(custom)} does not compile: ${first ? textOf(first.message) : ''}`,
  );
}

/** A patch of a kind that podlint decodes: the rest of the object is somewhere else. */
function isPart({ apiVersion, kindName, judged }: ResourceView): boolean {
  return !judged && findKind(apiVersion, kindName) !== undefined;
}

/** It is the rule that is at fault, and no object: never an error. */
function notCompiled(faults: readonly RuleFault[], { level = 'warn' }: CustomRule, minor: Minor): Finding<Message> {
  const problem = faults[0]?.message ?? '';
  return {
    at: fieldAt(FieldPath.root),
    message: 'not-compiled',
    data: { version: `1.${minor}`, problem },
    ...(level === 'error' && { level: 'warn' as const }),
  };
}

function subjectOf({ apiVersion, kindName, judged, value, minor }: ResourceView): Parameters<CompiledRule['judge']>[0] {
  return { apiVersion, kindName, kind: judged?.kind, value, minor };
}

/** What cannot be evaluated is no mistake of the object for certain, so that it is never an error by itself. */
function findingOf(verdict: RuleVerdict, custom: CustomRule, resource: ResourceView): Finding<Message> {
  const path = custom.path === undefined ? verdict.at : placeNamed(custom.path, resource);
  const at = fieldAt(path ?? FieldPath.root);
  if ('fault' in verdict) {
    const { level = 'warn' } = custom;
    return {
      at,
      message: 'not-evaluated',
      data: { problem: verdict.fault },
      ...(level === 'error' && { level: 'warn' as const }),
    };
  }
  const text = verdict.text ?? custom.message ?? `${idOfCustomRule(custom)}: ${custom.expression.trim()}`;
  return { at, message: 'violated', data: { text } };
}
