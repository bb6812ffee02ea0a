import type { Range } from '@podlint/syntax';

/**
 * Whole values in parentheses, one a line, which Chainsaw evaluates before it applies a file (pkg/mutate and
 * pkg/expressions, engineRegex): `(join('-', ['web', $namespace]))`. By hand, since an expression for it would go over a
 * line of blanks or parentheses again and again.
 */
export function expressionsIn(text: string, range: Range): Range[] {
  const found: Range[] = [];
  for (let from = range.start; from < range.end;) {
    const feed = text.indexOf('\n', from);
    const to = feed < 0 || feed > range.end ? range.end : feed;
    const expression = expressionInLine(text.slice(from, to));
    if (expression) found.push({ start: from + expression.start, end: from + expression.end });
    from = to + 1;
  }
  return found;
}

function expressionInLine(line: string): Range | undefined {
  let last = line.lastIndexOf(')');
  while (last > 0 && !isEndOfValue(line, last + 1)) last = line.lastIndexOf(')', last - 1);
  let first = line.indexOf('(');
  while (first >= 0 && first < last && !isStartOfValue(line, first)) first = line.indexOf('(', first + 1);
  return first >= 0 && last > first + 1 ? { start: first, end: last + 1 } : undefined;
}

/** Behind it, and behind a quote, is nothing, a comment or a sign of a flow collection. */
function isEndOfValue(line: string, at: number): boolean {
  let next = isQuote(line[at]) ? at + 1 : at;
  while (isBlank(line[next])) next++;
  return next === line.length || ',]}#'.includes(line.charAt(next));
}

/** Before it, and before a quote, is nothing, an indicator with a blank, or a sign of a flow collection. */
function isStartOfValue(line: string, at: number): boolean {
  const before = isQuote(line[at - 1]) ? at - 2 : at - 1;
  let sign = before;
  while (isBlank(line[sign])) sign--;
  if (before < 0 || '[{,'.includes(line[sign] ?? ' ')) return true;
  return sign < before && ':-'.includes(line[sign] ?? ' ');
}

function isQuote(letter: string | undefined): boolean {
  return letter === '"' || letter === "'";
}

function isBlank(letter: string | undefined): boolean {
  return letter === ' ' || letter === '\t' || letter === '\r';
}
