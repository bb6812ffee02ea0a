import { defineRule, each, remove, type FixProposal, type ListItem } from '@podlint/engine/rule';
import type { Decoded, core } from '@podlint/model';

type Variable = Decoded<core.EnvVar>;

export default defineRule({
  id: 'env/duplicate',
  level: 'warn',
  fix: 'unsafe',
  summary: 'An environment variable that a container has twice',
  brief: 'variable defined twice',
  messages: {
    duplicate:
      '"{variable}" is defined twice, and the program sees only the last value. With kubectl apply, which merges the list by name, the other one may stay in container "{name}". Remove the one that is not meant.',
    first: 'defined here first',
  },
  container({ name, value, at }, report) {
    const { env } = value;
    if (!env || env.length < 2 || new Set(env.map((variable) => variable.name)).size === env.length) return;
    const variables = each(env, at.env);
    const latest = new Map<string, ListItem<core.EnvVar>>();
    for (const variable of variables) {
      const variableName = variable.value.name ?? '';
      const earlier = latest.get(variableName);
      latest.set(variableName, variable);
      if (!earlier || buildsOnItself(variable.value)) continue;
      report({
        at: variable.at,
        message: 'duplicate',
        data: { name, variable: variableName },
        related: [{ at: earlier.at, message: 'first' }],
        fixes: fixesFor(variable, variables),
        insteadOf: 'api/warning',
      });
    }
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
function fixesFor(last: ListItem<core.EnvVar>, variables: readonly ListItem<core.EnvVar>[]): FixProposal[] {
  const { name } = last.value;
  const upwards = variables
    .slice(0, last.index)
    .filter(({ value }) => value.name === name)
    .toReversed();
  // What stands above a definition that does not build on it is hidden by that one.
  const anew = upwards.findIndex(({ value }) => !buildsOnItself(value));
  const hidden = anew < 0 ? upwards : upwards.slice(0, anew + 1);
  const usesHidden = variables
    .slice(hidden.at(-1)?.index, last.index + 1)
    .some(({ value }) => refersTo(value, name) && !(value.name === name && buildsOnItself(value)));
  return usesHidden
    ? []
    : [
        {
          title: 'Remove the value that is never seen',
          safety: 'unsafe',
          changes: hidden.map(({ at }) => remove(at)),
        },
      ];
}
