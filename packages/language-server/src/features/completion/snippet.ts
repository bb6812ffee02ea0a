import type { CompletionItem, Range } from 'vscode-languageserver-types';

/** What the client said of itself. */
export interface ClientAbilities {
  /** `snippets`: it lets the user go through the places to fill in. */
  readonly texts: 'snippets' | 'plain';
}

const snippetFormat = 2;
const plainFormat = 1;

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

/** How a client puts in what is proposed. `written`: perhaps with places to fill in. */
export function insertion(
  written: string,
  range: Range,
  { texts }: ClientAbilities,
): Required<Pick<CompletionItem, 'insertTextFormat' | 'textEdit'>> {
  // VS Code takes every snippet for an edit: Enter behind a value that is typed in full would take it once more.
  const isSnippet = texts === 'snippets' && withoutStops(written) !== written;
  return {
    insertTextFormat: isSnippet ? snippetFormat : plainFormat,
    textEdit: { range, newText: isSnippet ? written : withoutStops(written) },
  };
}
