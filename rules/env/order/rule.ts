import { defineRule, each, type ContainerView, type Report } from '@podlint/engine/rule';
import { mayComeFromService, variableReferences } from '@podlint/kubelet';
import { whereAdded } from '../../kit/added-variables.js';
import { wordsWithoutShell } from './words.js';

type Message = 'later' | 'unknown' | 'command' | 'subPath' | 'defined';

export default defineRule<Message>({
  id: 'env/order',
  level: 'error',
  summary: 'A $(NAME) that refers to a variable which is not defined at that point',
  brief: 'variable is not defined there',
  messages: {
    later:
      '"{variable}" refers to $({reference}), which is defined below it. The kubelet reads the list once, from the top, so the program gets the text "$({reference})" itself. Move "{reference}" above "{variable}".',
    unknown:
      '"{variable}" refers to $({reference}), which is not defined in env. The kubelet leaves it as it is, so container "{name}" gets the text "$({reference})" itself. Define "{reference}" above it; for a literal "$(" write "$$(".',
    command:
      'The {field} refer to $({reference}), which is not defined in env. The kubelet does not know the variables that an image sets, so container "{name}" gets the text "$({reference})" itself. Define "{reference}" in env; for a literal "$(" write "$$(".',
    subPath:
      'subPathExpr refers to $({reference}), which is not defined in env. Container "{name}" cannot be created. Define "{reference}" in env.',
    defined: '"{reference}" is defined here',
  },
  container(container, report) {
    const { env, command, args, volumeMounts } = container.value;
    if (env?.some(({ value = '' }) => hasReference(value))) checkVariables(container, report);
    if (command?.some(hasReference) || args?.some(hasReference)) checkCommand(container, report);
    if (volumeMounts?.some(({ subPathExpr }) => subPathExpr)) checkMounts(container, report);
  },
});

function hasReference(text: string): boolean {
  return text.includes('$(');
}

/** What can be the name of a variable and is not rather a command that a shell would run: `$(hostname)`. */
const variableName = /^(?=.*[A-Z_])[A-Za-z_][\w.-]*$/;

function checkVariables(container: ContainerView, report: Report<Message>): void {
  const { name, value, at } = container;
  const variables = each(value.env, at.env);
  const firsts = new Map(variables.toReversed().map((item) => [item.value.name, item]));
  for (const item of variables) {
    const { name: variable = '', value: text = '', valueFrom } = item.value;
    if (valueFrom) continue;
    for (const reference of new Set(variableReferences(text))) {
      const defined = firsts.get(reference);
      if ((defined && defined.index < item.index) || mayComeFromElsewhere(container, reference)) continue;
      if (defined && defined.index > item.index)
        report({
          at: item.at.value,
          message: 'later',
          data: { variable, reference },
          related: [{ at: defined.at.name, message: 'defined', data: { reference } }],
        });
      else if (variableName.test(reference) && !text.includes('\n')) {
        const level = levelOf(container, reference, 'value');
        if (level) report({ at: item.at.value, message: 'unknown', data: { name, variable, reference }, ...level });
      }
    }
  }
}

function checkCommand(container: ContainerView, report: Report<Message>): void {
  const { name } = container;
  const defined = definedIn(container);
  for (const { text, at, field } of wordsWithoutShell(container)) {
    for (const reference of new Set(variableReferences(text))) {
      if (defined.has(reference) || mayComeFromElsewhere(container, reference) || !variableName.test(reference))
        continue;
      const level = levelOf(container, reference, 'command');
      if (level) report({ at, message: 'command', data: { name, field, reference }, ...level });
    }
  }
}

function checkMounts(container: ContainerView, report: Report<Message>): void {
  const { name, value, at } = container;
  const defined = definedIn(container);
  for (const mount of each(value.volumeMounts, at.volumeMounts)) {
    for (const reference of new Set(variableReferences(mount.value.subPathExpr ?? ''))) {
      if (defined.has(reference) || mayComeFromElsewhere(container, reference)) continue;
      const level = levelOf(container, reference, 'command');
      if (level) report({ at: mount.at.subPathExpr, message: 'subPath', data: { name, reference }, ...level });
    }
  }
}

function definedIn({ value: { env = [] } }: ContainerView): ReadonlySet<string | undefined> {
  return new Set(env.map(({ name }) => name));
}

/**
 * The level of a reference that nothing in the manifest defines: its own, or a warning where a controller that is not
 * Kubernetes' own may define it. Undefined where it is known that a controller adds the variable, and where `reader` sees
 * it: a command sees all variables, a value those above it.
 */
function levelOf(
  { pod }: ContainerView,
  name: string,
  reader: 'command' | 'value',
): { readonly level?: 'warn' } | undefined {
  const place = whereAdded(pod, name);
  if (place === 'first' || (place === 'last' && reader === 'command')) return undefined;
  return place === 'perhaps' ? { level: 'warn' } : {};
}

/** Keys of ConfigMaps and Secrets are not known, only their prefix is; nor are the Services of the cluster. */
function mayComeFromElsewhere({ pod, value }: ContainerView, name: string): boolean {
  return (
    mayComeFromService(name, pod.spec.enableServiceLinks) ||
    (value.envFrom?.some(({ prefix = '' }) => name.startsWith(prefix)) ?? false)
  );
}
