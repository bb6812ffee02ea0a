/** What stands between two marks, these included; over several lines where need be. */
export type Enclosing = readonly [open: string, close: string];

export function holdsEnclosed(text: string, [open, close]: Enclosing): boolean {
  const start = text.indexOf(open);
  return start >= 0 && text.includes(close, start + open.length);
}

/** In time that grows with the text alone, however many marks open and never close. */
export function withoutEnclosed(text: string, [open, close]: Enclosing, instead: string): string {
  const parts: string[] = [];
  let done = 0;
  for (let start = text.indexOf(open); start >= 0; start = text.indexOf(open, done)) {
    const end = text.indexOf(close, start + open.length);
    if (end < 0) break;
    parts.push(text.slice(done, start), instead);
    done = end + close.length;
  }
  return parts.length === 0 ? text : parts.join('') + text.slice(done);
}
