import assert from 'node:assert/strict';
import { test } from 'node:test';
import { specifiersOf } from './specifiers.js';

test('every way to import is seen', () => {
  const text = `
    import 'a';
    import b, { type B } from 'b';
    import type { C } from 'c';
    export { d } from 'd';
    export * from 'e';
    export type * as f from 'f';
    const pattern = /'/;
    const g = async (): Promise<import('h').H> => (await import('g')).g;
    const i = await import(\`i\`);
    export type { J } from 'j';
  `;
  assert.deepEqual(specifiersOf(text).sort(), ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j']);
});

test('words that look like an import are none', () => {
  assert.deepEqual(specifiersOf(`// import 'a'\nconst text = "import 'b'"; export const c = text;`), []);
});
