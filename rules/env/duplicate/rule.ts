import { defineRule, each, remove, type FixProposal, type ListItem } from '@podlint/engine/rule';
import { variableReferences } from '@podlint/kubelet';
import type { Decoded, core } from '@podlint/model';
import { addTo } from '@podlint/plain';

type Variable = Decoded<core.EnvVar>;
type PlacedVariable = ListItem<core.EnvVar>;

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
    const users = usersOf(variables);
    const above = new Map<string, PlacedVariable[]>();
    for (const variable of variables) {
      const variableName = variable.value.name ?? '';
      const same = above.get(variableName) ?? [];
      const earlier = same.at(-1);
      if (earlier && !buildsOnItself(variable.value))
        report({
          at: variable.at,
          message: 'duplicate',
          data: { name, variable: variableName },
          related: [{ at: earlier.at, message: 'first' }],
          fixes: fixesFor(variable, hiddenBy(same), users.get(variableName) ?? []),
          insteadOf: 'api/warning',
        });
      addTo(above, variableName, variable);
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

/** The variables that are made of another, by its name. */
function usersOf(variables: readonly PlacedVariable[]): ReadonlyMap<string, readonly PlacedVariable[]> {
  const users = new Map<string, PlacedVariable[]>();
  for (const variable of variables) {
    const { value = '', valueFrom } = variable.value;
    if (!valueFrom) for (const name of new Set(variableReferences(value))) addTo(users, name, variable);
  }
  return users;
}

/** Of the definitions above one, those that it hides: what stands above one that does not build on it is hidden by that. */
function hiddenBy(above: readonly PlacedVariable[]): readonly PlacedVariable[] {
  const anew = above.findLastIndex(({ value }) => !buildsOnItself(value));
  return above.slice(Math.max(anew, 0));
}

/** Removes the definitions that are hidden, unless another variable was made of them in between. */
function fixesFor(
  { index, value: { name } }: PlacedVariable,
  hidden: readonly PlacedVariable[],
  users: readonly PlacedVariable[],
): FixProposal[] {
  const [first] = hidden;
  const usesHidden = users.some(
    (user) =>
      first &&
      user.index >= first.index &&
      user.index <= index &&
      !(user.value.name === name && buildsOnItself(user.value)),
  );
  if (usesHidden) return [];
  const changes = hidden.map(({ at }) => remove(at)).toReversed();
  return [{ title: 'Remove the value that is never seen', safety: 'unsafe', changes }];
}
