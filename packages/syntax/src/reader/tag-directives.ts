import { ReadError } from './read-error.js';
import type { Scanner } from './scanner.js';
import { TokenType, type Token } from './tokens.js';

/**
 * What the handles of tags stand for: the two that everybody knows, and those of `%TAG` lines (parserc.go,
 * process_directives).
 */
export class TagDirectives {
  private readonly prefixes = new Map([
    ['!', '!'],
    ['!!', 'tag:yaml.org,2002:'],
  ]);

  /** Reads the directives at the head of a document. */
  read(scanner: Scanner): void {
    const seen = new Set<string>();
    for (let token = scanner.peek(); isDirective(token); token = scanner.peek()) {
      const name = token.type === TokenType.tagDirective ? token.text! : '%YAML';
      if (seen.has(name)) throw new ReadError('directive', token.start, token.end);
      seen.add(name);
      if (token.type === TokenType.tagDirective) this.prefixes.set(name, token.suffix!);
      else if (token.text !== '1.1') throw new ReadError('yaml-version', token.start, token.end);
      scanner.take();
    }
  }

  expand({ text: handle, suffix, start, end }: Token): string {
    if (handle === '') return suffix!;
    const prefix = this.prefixes.get(handle!);
    if (prefix === undefined) throw new ReadError('tag-handle', start, end);
    return prefix + suffix!;
  }
}

function isDirective(token: Token): boolean {
  return token.type === TokenType.versionDirective || token.type === TokenType.tagDirective;
}
