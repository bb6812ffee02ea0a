import { defineMessages, type Message } from '@podlint/messages';

const says = defineMessages('names', {
  one: '"{name}"',
  or: '{names} or "{last}"',
  more: '{names}, "{name}"',
  and: '{names} and "{last}"',
});

/** `"image"`, `"image" or "imageID"`, `"image", "name" or "tty"`. */
export function eitherOf(names: readonly [string, ...string[]]): Message {
  return joined(names, (list, last) => says.or({ names: list, last }));
}

/** `"image"`, `"image" and "name"`, `"image", "name" and "tty"`. */
export function allOf(names: readonly string[]): Message {
  return joined(names, (list, last) => says.and({ names: list, last }));
}

function joined([first = '', ...more]: readonly string[], withLast: (list: Message, last: string) => Message): Message {
  return more.reduce(
    (list, name, index) => (index === more.length - 1 ? withLast(list, name) : says.more({ names: list, name })),
    says.one({ name: first }),
  );
}
