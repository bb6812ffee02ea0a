import { defineMessages, type Message } from '@podlint/messages';

const says = defineMessages('names', { one: '"{name}"', or: '{names} or "{last}"' });

/** `"image"`, `"image" or "imageID"`. */
export function eitherOf([first, ...more]: readonly [string, ...string[]]): Message {
  return more.reduce((names, last) => says.or({ names, last }), says.one({ name: first }));
}
