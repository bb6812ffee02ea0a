import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { applyEdits, parseText, readYaml, type JsonValue } from '@podlint/syntax';

function only(text: string): ReturnType<typeof parseText>['documents'][number] {
  const [document, ...others] = parseText(text).documents;
  assert.ok(document);
  assert.deepEqual(others, []);
  return document;
}

/** Dots that the reader stops at, and what it reads but for them. */
const leftOut: Record<string, { readonly text: string; readonly json: JsonValue }> = {
  'above everything': { text: '...\na: b\n', json: { a: 'b' } },
  'more than three, above everything': { text: '......\na: b\n', json: { a: 'b' } },
  'among keys': { text: 'a:\n  b: c\n  ...\n  d: e\n', json: { a: { b: 'c', d: 'e' } } },
  'at the end of a level': { text: 'a:\n  b: c\n  ...\nd: e\n', json: { a: { b: 'c' }, d: 'e' } },
  'at the column of a list': { text: 'a:\n- b\n......\n- c\n', json: { a: ['b', 'c'] } },
  'between the items of an indented list': { text: 'a:\n  - b: c\n  ...\n  - d\n', json: { a: [{ b: 'c' }, 'd'] } },
  'above the fields of a level': { text: 'a:\n  ...\n  b: c\n', json: { a: { b: 'c' } } },
  'as one character': { text: 'a: b\n\u2026\nc: d\n', json: { a: 'b', c: 'd' } },
  'at two places': { text: 'a:\n  b: c\n  ...\nd:\n  e: f\n  ...\n', json: { a: { b: 'c' }, d: { e: 'f' } } },
};

describe('dots in the place of what was left out', () => {
  for (const [name, { text, json }] of Object.entries(leftOut)) {
    for (const lineBreak of ['\n', '\r\n']) {
      test(`${name}${lineBreak === '\n' ? '' : ', with CRLF'}`, () => {
        const written = text.replaceAll('\n', lineBreak);
        const document = only(written);
        const { problems } = document;
        assert.ok(
          problems.length > 0 &&
            problems.every(({ code, fix }) => code === 'syntax/left-out' && fix?.safety === 'unsafe'),
        );
        assert.ok(problems.every(({ range }) => /^(?:\.{3,}|\u2026)$/.test(written.slice(range.start, range.end))));
        assert.deepEqual(document.toJSON(), json);
        assert.ok(readYaml(written)[0]?.error, 'the server does not read it');
        assert.deepEqual(
          readYaml(
            applyEdits(
              written,
              problems.flatMap(({ fix }) => fix?.edits ?? []),
            ),
          ),
          [{ json }],
        );
      });
    }
  }

  test('do not hide another mistake', () => {
    const { problems } = only('...\na:\n\tb: c\n');
    assert.deepEqual(
      problems.map(({ code }) => code),
      ['syntax/left-out', 'schema/list-indent'],
    );
  });

  test('are none in a list, a value or a literal', () => {
    for (const text of ['- ...\n', 'a: ...\n', 'a: |\n  ...\n  b\n', '[...]\n', 'a: # ...\n  b\n'])
      assert.deepEqual(only(text).problems, []);
  });
});

/** The text that is lost behind the end of a document, and the text after the fix. */
const ignored: Record<string, { readonly text: string; readonly marks?: string; readonly fixed?: string }> = {
  'more of the same object': { text: 'a: b\n...\nc: d\n', marks: '...', fixed: 'a: b\n\nc: d\n' },
  'another object': { text: 'kind: A\n...\nkind: B\n', marks: '...', fixed: 'kind: A\n---\nkind: B\n' },
  'text behind a flow mapping': { text: '{a: 1}\n{b: 2}\n', marks: '{b: 2}' },
  nothing: { text: 'a: b\n...\n' },
  comments: { text: 'a: b\n... # the end\n\n# really\n...\n' },
  'the next document': { text: 'a: b\n...\n---\nc: d\n' },
};

describe('behind the end of a document', () => {
  for (const [name, { text, marks, fixed }] of Object.entries(ignored)) {
    test(name, () => {
      const { warnings, problems } = parseText(text).documents[0]!;
      assert.deepEqual(problems, []);
      assert.deepEqual(
        warnings.map(({ code, range }) => [code, text.slice(range.start, range.end)]),
        marks === undefined ? [] : [['syntax/ignored-text', marks]],
      );
      const fix = warnings[0]?.fix;
      assert.equal(fix && applyEdits(text, fix.edits), fixed);
      assert.notEqual(fix?.safety, 'safe');
    });
  }
});
