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
}

/** The names in the braces of a text. */
type NamesIn<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | NamesIn<Rest> : never;

type DataOf<Text extends string> = { readonly [Name in NamesIn<Text>]: MessageValue };

/** Makes the message of one text; without braces in the text it takes nothing. */
export type Say<Text extends string> = [NamesIn<Text>] extends [never]
  ? () => Message
  : (data: DataOf<Text>) => Message;

const noData: MessageData = {};

/**
 * Makes a function of each text, which fills in its `{names}`: the compiler knows which those are.
 * The ids are the keys, in front of them the name of what the texts are about: `port` and `out-of-range` make
 * `port/out-of-range`.
 */
export function defineMessages<const Texts extends Readonly<Record<string, string>>>(
  about: string,
  texts: Texts,
): { readonly [Key in keyof Texts]: Say<Texts[Key]> } {
  // Hundreds of texts are defined before the first is said: nothing is made of one before it is.
  const says = Object.create(null) as Record<string, (data?: MessageData) => Message>;
  for (const key in texts) says[key] = (data = noData) => ({ id: `${about}/${key}`, data, template: texts[key]! });
  return says as { readonly [Key in keyof Texts]: Say<Texts[Key]> };
}

/** Texts cut at their braces: words at the even places, names at the odd ones. */
const cut = new Map<string, readonly string[]>();

function partsOf(template: string): readonly string[] {
  let parts = cut.get(template);
  if (!parts) cut.set(template, (parts = template.split(/\{([\w-]+)\}/)));
  return parts;
}

/** The words of a message. A name without a value stays as it is, braces and all. */
export function textOf({ template, data }: Pick<Message, 'template' | 'data'>): string {
  const parts = partsOf(template);
  return parts.map((part, at) => (at % 2 === 0 ? part : valueText(data[part] ?? `{${part}}`))).join('');
}

function valueText(value: MessageValue): string {
  return typeof value === 'object' ? textOf(value) : String(value);
}

/** The data of a message as a report has it: parts that are messages themselves in their words. */
export function plainData(data: MessageData): Readonly<Record<string, string | number>> {
  const entries = Object.entries(data).map(([name, value]) => [
    name,
    typeof value === 'object' ? textOf(value) : value,
  ]);
  return Object.fromEntries(entries) as Readonly<Record<string, string | number>>;
}
