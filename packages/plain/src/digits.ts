/** The digits of a whole number in groups of three: `-1234567` as `-1,234,567`. */
export function grouped(digits: string): string {
  const start = digits.startsWith('-') ? 1 : 0;
  const first = start + ((digits.length - start - 1) % 3) + 1;
  const groups = [digits.slice(0, first)];
  for (let at = first; at < digits.length; at += 3) groups.push(digits.slice(at, at + 3));
  return groups.join(',');
}
