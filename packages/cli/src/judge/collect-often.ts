import { setFlagsFromString } from 'node:v8';

/**
 * For what runs long or holds much at a time: twice what lives, and then it is time to collect. V8 would let the leavings grow to four times as
 * much before it looks, and on a busy machine far beyond that before it is done.
 */
export function collectOften(): void {
  setFlagsFromString('--heap-growing-percent=100');
}
