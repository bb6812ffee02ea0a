/** The name, or the name with the first number that no other has. */
export function unique(name: string, others: readonly string[]): string {
  let free = name;
  for (let number = 2; others.includes(free); number++) free = `${name}-${number}`;
  return free;
}
