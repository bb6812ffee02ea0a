/** The column of the first character that is no blank; the length of a line that has none. */
export function columnOfContent(line: string): number {
  const found = line.search(/[^ \t\r]/);
  return found < 0 ? line.length : found;
}

export function isBlankOrComment(line: string): boolean {
  return /^\s*(#.*)?$/.test(line);
}

/** `|`, `>-`, `|2` with nothing but a comment behind it. */
export function startsBlockScalar(value: string): boolean {
  return /^(?:[&!]\S+\s+)*[|>][-+0-9]{0,2}\s*(?:#.*)?$/.test(value);
}

/** Looks for the colon that ends a key. */
export class ColonSearch {
  constructor(private readonly content: string) {}

  /** Where it is; undefined for a text that starts with no key. */
  find(): number | undefined {
    const { content } = this;
    const first = content[0];
    if (first === '"' || first === "'") return this.behindQuotes(first);
    if (first === undefined || '#[{&*!|>%@`'.includes(first)) return undefined;
    for (let i = 0; i < content.length; i++) {
      if (content[i] === '#' && i > 0 && /\s/.test(content[i - 1]!)) return undefined;
      if (content[i] === ':' && /\s|^$/.test(content[i + 1] ?? '')) return i;
    }
    return undefined;
  }

  private behindQuotes(quote: string): number | undefined {
    const { content } = this;
    let end = 1;
    while (end < content.length && content[end] !== quote) end += quote === '"' && content[end] === '\\' ? 2 : 1;
    const blanks = columnOfContent(content.slice(end + 1));
    return content[end + 1 + blanks] === ':' ? end + 1 + blanks : undefined;
  }
}
