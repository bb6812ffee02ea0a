import { own } from '@podlint/plain';

/** What a message says of one case: texts, numbers, and other messages, which are read as a part of it. */
export type MessageValue = string | number | Message;
export type MessageData = Readonly<Record<string, MessageValue>>;

/** A sentence or a part of one, by the key of its text and with what stands in its braces. */
export interface Message {
  /** `port/out-of-range`. API for reports and tests: the words may change at any time, the id may not. */
  readonly id: string;
  readonly data: MessageData;
  /** The text with `{names}` in it. */
  readonly template: string;
  /** It is a sentence behind another one: a report tells its id, since its words are in those of the whole. */
  readonly isSentence?: true;
}

/** What no name has in it: a brace before it is a brace that the text speaks of. */
type NoName = `${string}${' ' | '"' | '{'}${string}`;

/** The names in the braces of a text. */
type NamesIn<Text extends string> = Text extends `${string}{${infer Rest}`
  ? Rest extends `${infer Name}}${infer After}`
    ? Name extends NoName
      ? NamesIn<Rest>
      : Name | NamesIn<After>
    : never
  : never;

type DataOf<Text extends string> = { readonly [Name in NamesIn<Text>]: MessageValue };

/** Makes the message of one text; without braces in the text it takes nothing. */
export type Say<Text extends string> = [NamesIn<Text>] extends [never]
  ? () => Message
  : // eslint-disable-next-line @typescript-eslint/no-generated-empty-object-type -- While Text is open, it has no names yet.
    (data: DataOf<Text>) => Message;

const noData: MessageData = {};

/** What was defined since somebody asked for it: at the start of a program there is no time to sort it. */
const added: { readonly about: string; readonly texts: Readonly<Record<string, string>> }[] = [];
/** Every text that was defined before, by its id. */
const templates = new Map<string, string>();

/** The text of an id, with its `{names}`; undefined for an id that no module has defined. */
export function templateOf(id: string): string | undefined {
  return definedTexts().get(id);
}

/**
 * Every text that was defined so far, with its `{names}`, by its id.
 * @throws for an id that has two texts: it would mean two things
 */
export function definedTexts(): ReadonlyMap<string, string> {
  for (const { about, texts } of added.splice(0))
    for (const [key, template] of Object.entries(texts)) remember(`${about}/${key}`, template);
  return templates;
}

function remember(id: string, template: string): void {
  if ((templates.get(id) ?? template) !== template) throw new Error(`two texts with the id ${id}`);
  templates.set(id, template);
}

/**
 * Makes a function of each text, which fills in its `{names}`: the compiler knows which those are.
 * The ids are the keys, in front of them the name of what the texts are about: `port` and `out-of-range` make
 * `port/out-of-range`.
 */
export function defineMessages<const Texts extends Readonly<Record<string, string>>>(
  about: string,
  texts: Texts,
): { readonly [Key in keyof Texts]: Say<Texts[Key]> } {
  added.push({ about, texts });
  const says = Object.entries(texts).map(([key, template]): [string, (data?: MessageData) => Message] => {
    const id = `${about}/${key}`;
    return [key, (data = noData) => ({ id, data, template })];
  });
  return Object.fromEntries(says) as { readonly [Key in keyof Texts]: Say<Texts[Key]> };
}

/** A message with another sentence behind it, which its data have under a name. Its id stays: it is about the same. */
export function followedBy({ id, data, template }: Message, name: string, sentence: Message | undefined): Message {
  return sentence
    ? { id, data: { ...data, [name]: { ...sentence, isSentence: true } }, template: `${template} {${name}}` }
    : { id, data, template };
}

const cut = new Map<string, readonly string[]>();

/** A text cut at its braces: words at the even places, names at the odd ones. */
export function partsOf(template: string): readonly string[] {
  let parts = cut.get(template);
  if (!parts) cut.set(template, (parts = template.split(/\{([\w-]+)\}/)));
  return parts;
}

/** The names in the braces of a text, each once, in the order of the text. */
export function namesIn(template: string): readonly string[] {
  return [...new Set(partsOf(template).filter((_, at) => at % 2 === 1))];
}

/** The words of a message. A name without a value stays as it is, braces and all. */
export function textOf({ template, data }: Pick<Message, 'template' | 'data'>): string {
  let text = '';
  let isName = false;
  for (const part of partsOf(template)) {
    text += isName ? String(plainValue(own(data, part) ?? `{${part}}`)) : part;
    isName = !isName;
  }
  return text;
}

export type PlainData = Readonly<Record<string, string | number>>;

/** The data of a message as a report has it: parts that are messages themselves in their words, sentences by their ids. */
export function plainData(data: MessageData): PlainData {
  if (isPlain(data)) return data;
  const entries = Object.entries(data).map(([name, value]) => [name, toldValue(value)]);
  return Object.fromEntries(entries) as PlainData;
}

/** Most are: these need no copy. */
function isPlain(data: MessageData): data is PlainData {
  for (const name in data) if (typeof data[name] === 'object' || isBoundless(data[name])) return false;
  return true;
}

function toldValue(value: MessageValue): string | number {
  return typeof value === 'object' && value.isSentence ? value.id : plainValue(value);
}

function plainValue(value: MessageValue): string | number {
  if (isBoundless(value)) return String(value);
  return typeof value === 'object' ? textOf(value) : value;
}

/** JSON has no such number, and would write null. */
function isBoundless(value: MessageValue | undefined): value is number {
  return typeof value === 'number' && !Number.isFinite(value);
}
