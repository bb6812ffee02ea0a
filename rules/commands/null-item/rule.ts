import { defineRule, itemAt, remove, type ContainerView, type ListField } from '@podlint/engine/rule';
import { probeKinds } from '../../kit/probes.js';

export default defineRule({
  id: 'commands/null-item',
  level: 'warn',
  fix: 'unsafe',
  summary: 'A null in a command, which the server stores as an empty text',
  brief: 'null in a command',
  messages: {
    empty:
      'Item {number} of {list} is null. The server stores an empty text for it, so container "{name}" gets an empty argument. Remove the item, or write what is missing.',
  },
  container(container, report) {
    const { object } = container.pod;
    for (const { list, words, at } of listsOf(container)) {
      for (const [index, word] of words.entries()) {
        const item = itemAt(at(), index);
        if ((word as string | null) || object.writtenValue(item) !== null) continue;
        report({
          at: item,
          message: 'empty',
          data: { list, number: index + 1, name: container.name },
          // A command of nothing is another thing than no command.
          fixes:
            words.length === 1 ? [] : [{ title: 'Remove the empty item', safety: 'unsafe', changes: [remove(item)] }],
        });
      }
    }
  },
});

interface Words {
  readonly list: string;
  readonly words: readonly string[];
  readonly at: () => ListField<string>;
}

function listsOf({ value, at }: ContainerView): Words[] {
  const { command = [], args = [], lifecycle } = value;
  return [
    { list: 'command', words: command, at: () => at.command },
    { list: 'args', words: args, at: () => at.args },
    ...probeKinds.map((kind): Words => ({
      list: `the ${kind}`,
      words: value[kind]?.exec?.command ?? [],
      at: () => at[kind].exec.command,
    })),
    ...(['postStart', 'preStop'] as const).map((hook): Words => ({
      list: `the ${hook} hook`,
      words: lifecycle?.[hook]?.exec?.command ?? [],
      at: () => at.lifecycle[hook].exec.command,
    })),
  ];
}
