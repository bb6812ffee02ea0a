/** What a script of the POSIX shell is made of. What a shell would expand is kept as it is written. */

export interface WordToken {
  readonly kind: 'word';
  /** Without its quotes; as it is written if it is not literal. */
  readonly text: string;
  /** False if only a running shell knows the text: variables, command substitutions, patterns. */
  readonly isLiteral: boolean;
  /** Whether some of it is quoted, which keeps it from being a reserved word. */
  readonly isQuoted: boolean;
  /** Offsets in the script. */
  readonly start: number;
  readonly end: number;
}

export interface OperatorToken {
  readonly kind: 'operator';
  /** `\n` stands for a line break together with the here-documents that begin below it. */
  readonly text: Operator;
  readonly start: number;
  readonly end: number;
}

export interface RedirectionToken {
  readonly kind: 'redirection';
  /** `>`, `>>`, `<`, `<<`, `<<<`, `>|`, `>&`, `&>`, ... without the number of a file descriptor. */
  readonly operator: string;
  readonly target: WordToken;
  /** The lines of a here-document. */
  hereDocument?: HereDocument;
  readonly start: number;
  readonly end: number;
}

export interface HereDocument {
  readonly text: string;
  /** False if the shell expands something in it. */
  readonly isLiteral: boolean;
}

export type Operator = ';' | ';;' | '&' | '&&' | '|' | '||' | '(' | ')' | '\n';
export type ShellToken = WordToken | OperatorToken | RedirectionToken;
