import { grouped } from '@podlint/plain';

/** `1,500` */
export function number(count: number): string {
  return grouped(String(count));
}

/** `1 error`, `1,500 errors` */
export function plural(count: number, noun: string, nouns = `${noun}s`): string {
  return `${number(count)} ${count === 1 ? noun : nouns}`;
}
