/** `2 Pods`, `no Pod` */
export function countOf(count: number, thing: string): string {
  return `${count === 0 ? 'no' : count} ${thing}${count > 1 ? 's' : ''}`;
}
