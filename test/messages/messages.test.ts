import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { defineMessages, followedBy, namesIn, plainData, templateOf, textOf } from '@podlint/messages';

const says = defineMessages('test', {
  greeting: 'Hello {name}, you are {age}.',
  plain: 'No more.',
  list: '{first} or {other}',
  braces: 'A "{" opens, {name} closes with "}".',
});

describe('the words of a message', () => {
  test('have its data in their braces', () => {
    const message = says.greeting({ name: 'Ada', age: 36 });
    assert.equal(message.id, 'test/greeting');
    assert.equal(textOf(message), 'Hello Ada, you are 36.');
  });

  test('have other messages in them', () => {
    const either = says.list({ first: says.list({ first: 'a', other: 'b' }), other: 'c' });
    assert.equal(textOf(says.greeting({ name: either, age: 1 })), 'Hello a or b or c, you are 1.');
  });

  test('keep braces that are none of its own', () => {
    assert.equal(textOf(says.braces({ name: '{age}' })), 'A "{" opens, {age} closes with "}".');
    assert.equal(textOf({ template: 'no {value}', data: {} }), 'no {value}');
  });
});

describe('data in a report', () => {
  test('are what was given, where nothing has to be made of it', () => {
    const { data } = says.greeting({ name: 'Ada', age: 36 });
    assert.equal(plainData(data), data);
  });

  test('have parts in their words', () => {
    const { data } = says.greeting({ name: says.list({ first: 'a', other: 'b' }), age: 1 });
    assert.deepEqual(plainData(data), { name: 'a or b', age: 1 });
  });
});

test('another sentence stands behind, under a name of the data', () => {
  const both = followedBy(says.greeting({ name: 'Ada', age: 36 }), 'end', says.plain());
  assert.equal(both.id, 'test/greeting');
  assert.equal(textOf(both), 'Hello Ada, you are 36. No more.');
  assert.deepEqual(plainData(both.data), { name: 'Ada', age: 36, end: 'test/plain' });
  assert.deepEqual(followedBy(says.plain(), 'end', undefined), says.plain());
});

test('a text is known by its id, of which there is one', () => {
  assert.equal(templateOf('test/plain'), 'No more.');
  assert.equal(templateOf('test/other'), undefined);
  defineMessages('test', { plain: 'Something else.' });
  assert.throws(() => templateOf('test/plain'));
  defineMessages('test', { plain: 'No more.' });
  assert.doesNotThrow(() => templateOf('test/plain'));
});

test('names are those in the braces, each once', () => {
  assert.deepEqual(namesIn('{a} and {b}, {a} again, { } and {}'), ['a', 'b']);
});
