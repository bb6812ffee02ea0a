import { defineMessages, type Message } from '@podlint/messages';

const says = defineMessages('names', {
  one: '"{name}"',
  or: '{names} or "{last}"',
  more: '{names}, "{name}"',
  and: '{names} and "{last}"',
});

/** `"image"`, `"image" or "imageID"`. */
export function eitherOf([first, ...more]: readonly [string, ...string[]]): Message {
  return more.reduce((names, last) => says.or({ names, last }), says.one({ name: first }));
}

/** `"image"`, `"image" and "name"`, `"image", "name" and "tty"`. */
export function allOf(names: readonly string[]): Message {
  const [first = '', ...more] = names;
  return more.reduce(
    (list, name, index) =>
      index === more.length - 1 ? says.and({ names: list, last: name }) : says.more({ names: list, name }),
    says.one({ name: first }),
  );
}
