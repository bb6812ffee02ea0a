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

/** `"a"`, `"a" or "b"`, `"a", "b" or "c"` */
export function eitherOf(texts: Iterable<string>): Message {
  const [last = '', ...others] = [...texts].reverse();
  return others.length === 0
    ? says.quoted({ item: last })
    : says['quoted-or']({ items: quotedList(others.reverse()), item: last });
}

/** `a, b, c` */
export function plainList([first = '', ...more]: Iterable<string>): MessageValue {
  return more.reduce<MessageValue>((items, item) => says.more({ items, item }), first);
}

/** All that is wrong with one text, `one; two`; undefined when nothing is. */
export function allProblems([first, ...more]: readonly Message[]): Message | undefined {
  return more.reduce((problems, problem) => problems && says.problems({ problems, problem }), first);
}
