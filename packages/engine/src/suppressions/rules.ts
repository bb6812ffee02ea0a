import type { Rule } from '../rule/rule.js';

export const unusedSuppression: Rule = {
  id: 'suppressions/unused',
  level: 'warn',
  fix: 'safe',
  tags: ['unnecessary'],
  summary: 'A suppression that hides nothing',
  messages: {
    ids: 'This suppresses {ids}, and podlint finds nothing of that here. Left in place it would hide the next mistake: remove it.',
    all: 'This suppresses everything, and podlint finds nothing here. Left in place it would hide the next mistake: remove it.',
    enable: 'This ends a suppression, but none of {ids} is open here. Remove it, or correct the id.',
    'enable-all': 'This ends a suppression, but none is open here. Remove it.',
  },
};

export const unknownRuleSuppression: Rule = {
  id: 'suppressions/unknown-rule',
  level: 'warn',
  fix: 'unsafe',
  summary: 'A suppression of a rule that does not exist',
  messages: {
    near: 'podlint has no rule "{id}", so this suppresses nothing. Did you mean "{nearest}"?',
    unknown:
      'podlint has no rule "{id}", so this suppresses nothing. Correct or remove it; `podlint rules` lists the ids, and a reason stands behind " -- ".',
  },
};

export const unknownAnnotation: Rule = {
  id: 'suppressions/unknown-annotation',
  level: 'warn',
  fix: 'unsafe',
  summary: 'An annotation of podlint.io that podlint does not read',
  messages: {
    near: 'podlint reads no annotation "{name}" here, so it does nothing. Did you mean "{nearest}"?',
    unknown:
      'podlint reads no annotation "{name}", so it does nothing. Remove it, or write podlint.io/disable, or podlint.io/startup-time.CONTAINER with the name of a container.',
    object: 'podlint does not read "{name}" here, so it does nothing. Move it to the metadata of the object.',
    template: 'podlint does not read "{name}" here, so it does nothing. Move it to the metadata of the pod template.',
  },
};

/** What podlint says about suppressions themselves. They are set like rules, but look at what the others found. */
export const suppressionRules: readonly Rule[] = [unusedSuppression, unknownRuleSuppression, unknownAnnotation];
