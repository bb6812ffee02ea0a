import { setTimeout } from 'node:timers/promises';

/** Longer than anything here takes, on a machine that is busy. */
export const patience = 60_000;

/** Asks again until the answer holds, and gives it back; the error says what was waited for. */
export async function until(what, ask, { within = patience } = {}) {
  const end = Date.now() + within;
  let failure;
  while (Date.now() < end) {
    try {
      const answer = await ask();
      if (answer) return answer;
      failure = undefined;
    } catch (error) {
      failure = error;
    }
    await setTimeout(50);
  }
  throw new Error(`waited ${within / 1000} s in vain until ${what}`, { cause: failure });
}
