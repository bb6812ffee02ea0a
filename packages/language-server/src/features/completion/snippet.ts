/** Text with places to fill in, in the syntax of the language server protocol. */
export class Snippet {
  private stops = 0;

  /** The next place to fill in, with what it is for. */
  named(name: string): string {
    this.stops++;
    return `\${${this.stops}:${name}}`;
  }

  /** The same, with the words to choose from if there are some. */
  stop(words: readonly string[] = []): string {
    this.stops++;
    return words.length > 0 ? `\${${this.stops}|${words.map(escapeChoice).join(',')}|}` : `\${${this.stops}}`;
  }
}

/** Text that has to come out as it is. */
export function literal(text: string): string {
  return text.replaceAll(/[\\$}]/g, '\\$&');
}

function escapeChoice(word: string): string {
  return word.replaceAll(/[\\$},|]/g, '\\$&');
}

/** What a client that knows no snippets gets: the places are empty, but for what is in them already. */
export function withoutStops(snippet: string): string {
  return snippet
    .replaceAll(
      /\$\{\d+(?::((?:[^\\}]|\\.)*)|\|(?:[^\\|]|\\.)*\|)?\}|\$\d+/g,
      (_, placeholder: string | undefined) => placeholder ?? '',
    )
    .replaceAll(/\\([\\$},|])/g, '$1');
}
