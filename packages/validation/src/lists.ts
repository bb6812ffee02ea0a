import { type Message, type MessageValue, defineMessages } from '@podlint/messages';

const says = defineMessages('list', {
  quoted: '"{item}"',
  'quoted-more': '{items}, "{item}"',
  'quoted-or': '{items} or "{item}"',
  more: '{items}, {item}',
  problems: '{problems}; {problem}',
});

/** `"a", "b", "c"` */
export function quotedList([first = '', ...more]: Iterable<string>): Message {
  return more.reduce((items, item) => says['quoted-more']({ items, item }), says.quoted({ item: first }));
}

/** `"a" or "b"` */
export function eitherOf([first = '', ...more]: Iterable<string>): Message {
  return more.reduce((items, item) => says['quoted-or']({ items, item }), says.quoted({ item: first }));
}

/** `a, b, c` */
export function plainList([first = '', ...more]: Iterable<string>): MessageValue {
  return more.reduce<MessageValue>((items, item) => says.more({ items, item }), first);
}

/** All that is wrong with one text, `one; two`; undefined when nothing is. */
export function allProblems([first, ...more]: readonly Message[]): Message | undefined {
  return more.reduce((problems, problem) => problems && says.problems({ problems, problem }), first);
}
