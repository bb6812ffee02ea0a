/** No names of variables or functions, though names of fields (parser.go, reservedIds). */
export const reserved = new Set(
  'as break const continue else false for function if import in let loop package namespace null return true var void while'.split(
    ' ',
  ),
);
/** Keywords that the lexer takes out of names altogether. */
export const keywords = new Set(['in', 'true', 'false', 'null']);
