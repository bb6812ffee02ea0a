import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { layOut } from '@podlint/reporters';

/** Lays out `line` with what stands between the marks `«»` marked, and draws the result. */
function draw(marked: string, maximum = 60): string[] {
  const start = marked.indexOf('«');
  const end = marked.indexOf('»') - 1;
  const { text, indent, length } = layOut(marked.replace(/[«»]/g, ''), { start, end }, maximum);
  return [text, ' '.repeat(indent) + '^'.repeat(length)];
}

describe('a source line with a mark below it', () => {
  test('marks what is meant', () => {
    assert.deepEqual(draw('  image: «nginx» # why'), ['  image: nginx # why', '         ^^^^^']);
  });
  test('marks one column for nothing', () => {
    assert.deepEqual(draw('image:«»'), ['image:', '      ^']);
  });
  test('draws tabs to their stops', () => {
    assert.deepEqual(draw('a\t«\tb»'), ['a→  →   b', '    ^^^^^']);
  });
  test('counts wide characters twice and combined ones once', () => {
    assert.deepEqual(draw('日本: «語»'), ['日本: 語', '      ^^']);
    assert.deepEqual(draw('e\u0301: «x»'), ['e\u0301: x', '   ^']);
    assert.deepEqual(draw('👩‍👩‍👧: «x»'), ['👩‍👩‍👧: x', '    ^']);
  });
  test('shows what would deceive', () => {
    assert.deepEqual(draw('a\u202e«b»'), ['a\\u202eb', '       ^']);
  });
  test('cuts a long line behind the mark', () => {
    assert.deepEqual(draw(`«ab»${'c'.repeat(100)}`, 12), ['abcccccccc…', '^^']);
  });
  test('cuts a long line around the mark', () => {
    assert.deepEqual(draw(`${'a'.repeat(100)}«bc»${'d'.repeat(100)}`, 12), ['…aaaabcdddd…', '     ^^']);
  });
  test('keeps a mark that is wider than the screen on it', () => {
    const [line = '', mark = ''] = draw(`${'a'.repeat(50)}«${'b'.repeat(50)}»`, 20);
    assert.ok(line.length <= 20 && mark.length <= 20, `${line}\n${mark}`);
  });
  test('is quick on a line of millions of characters', () => {
    const line = 'x'.repeat(5_000_000);
    const before = performance.now();
    layOut(line, { start: 4_000_000, end: 4_000_010 }, 100);
    assert.ok(performance.now() - before < 200);
  });
});
