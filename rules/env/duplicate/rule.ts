import { defineRule, remove, type FixProposal, type ContainerView } from '@podlint/engine/rule';
import type { Decoded, core } from '@podlint/model';

type Variable = Decoded<core.EnvVar>;

export default defineRule({
  id: 'env/duplicate',
  level: 'warn',
  fix: 'unsafe',
  summary: 'An environment variable that a container has twice',
  messages: {
    duplicate:
      'Container "{name}" defines "{variable}" twice: the program sees the last value only, and kubectl apply, which merges the list by name, may keep the other one. Remove the one that is not meant.',
  },
  container(container, report) {
    const { name, value, at } = container;
    const { env } = value;
    if (!env || env.length < 2 || new Set(env.map((variable) => variable.name)).size === env.length) return;
    const latest = new Map<string, number>();
    env.forEach((variable, index) => {
      const variableName = variable.name ?? '';
      const earlier = latest.get(variableName);
      latest.set(variableName, index);
      if (earlier === undefined || buildsOnItself(variable)) return;
      const data = { name, variable: variableName };
      const related = [{ at: at.env[earlier]!, message: 'defined here first' }];
      report({
        at: at.env[index]!,
        message: 'duplicate',
        data,
        related,
        fixes: fixesFor(container, env, index),
        insteadOf: 'api/warning',
      });
    });
  },
});

/** `PATH: $(PATH):/more` adds to what was defined before (warningsForPodSpecAndMeta, pkg/api/pod/warnings.go). */
function buildsOnItself(variable: Variable): boolean {
  return refersTo(variable, variable.name) && variable.value !== `$(${variable.name ?? ''})`;
}

function refersTo({ value, valueFrom }: Variable, name = ''): boolean {
  return !valueFrom && value !== undefined && value.includes(`$(${name})`);
}

/** Removes the definitions that are hidden, unless another variable was made of them in between. */
function fixesFor({ at }: ContainerView, env: readonly Variable[], index: number): FixProposal[] {
  const { name } = env[index]!;
  const hidden: number[] = [];
  for (let i = index - 1; i >= 0; i--) {
    const variable = env[i]!;
    if (variable.name !== name) continue;
    hidden.push(i);
    if (!buildsOnItself(variable)) break;
  }
  const usesHidden = env
    .slice(hidden.at(-1), index + 1)
    .some((variable) => refersTo(variable, name) && !(variable.name === name && buildsOnItself(variable)));
  return usesHidden
    ? []
    : [
        {
          title: 'Remove the value that is never seen',
          safety: 'unsafe',
          changes: hidden.map((i) => remove(at.env[i]!)),
        },
      ];
}
