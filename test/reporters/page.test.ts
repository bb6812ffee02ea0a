import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { pageText } from '@podlint/reporters';
import { pages } from '@podlint/rules/pages';

describe('a page in a terminal', () => {
  test('has no marks of Markdown outside of code, and keeps within its width', () => {
    for (const [id, page] of Object.entries(pages))
      for (const width of [40, 80]) {
        const lines = pageText(page, { colors: 'never', width }).split('\n');
        for (const line of lines.filter((text) => !text.startsWith('    '))) {
          assert.doesNotMatch(line, /^#+ |^```|^\|[-| ]+\|$|\]\(/, `${id}: ${line}`);
          assert.ok(line.length <= width || !line.trim().includes(' ') || line.includes('  '), `${id}: ${line}`);
        }
      }
  });

  test('keeps the words', () => {
    const page =
      '# a/b\n\n**Level:** Some *words* and `code_*`, [a link](https://x.example/), [beside](../c/README.md).\n\n- one\n  more\n- two\n\n| a | b |\n|---|---|\n| 1 | `2` |\n\n```yaml\nkind: Pod # **\n```\n';
    assert.equal(
      pageText(page, { colors: 'never' }),
      'a/b\n\nLevel: Some words and code_*, a link (https://x.example/), beside.\n\n- one more\n- two\n\na  b\n1  2\n\n    kind: Pod # **\n',
    );
  });

  test('writes out what would move the cursor', () => {
    assert.ok(!pageText('a \u001b[2J `\u202e`', { colors: 'never' }).includes('\u001b'));
  });
});
