import assert from 'node:assert/strict';
import { test } from 'node:test';
import { errorsOf } from '../kit/server-errors.js';
import { deployment, pod, sound, testContainers, testSpecs } from './containers-kit.js';

const long = 'a'.repeat(63);

testContainers([
  [{}],
  [{ name: '' }, 'Required name'],
  [{ name: undefined }, 'Required name'],
  [{ name: 'App' }, 'Invalid name'],
  [{ name: 'a_b' }, 'Invalid name'],
  [{ name: 'a.b' }, 'Invalid name'],
  [{ name: '-a' }, 'Invalid name'],
  [{ name: long }],
  [{ name: `${long}a` }, 'Invalid name'],
  [{ image: '' }, 'Required image'],
  [{ image: ' nginx' }, 'Invalid image'],
  [{ image: 'nginx\n' }, 'Invalid image'],
  [{ image: '\u0085nginx' }, 'Invalid image'],
  [{ image: '\ufeffnginx' }],
  [{ image: ' ' }, 'Invalid image'],
  [{ image: 'not a/Reference' }],
  [{ imagePullPolicy: 'Never' }],
  [{ imagePullPolicy: 'never' }, 'NotSupported imagePullPolicy'],
  [{ terminationMessagePolicy: 'FallbackToLogsOnError' }],
  [{ terminationMessagePolicy: 'Logs' }, 'NotSupported terminationMessagePolicy'],
  [
    {
      terminationMessagePath: 'anything',
      workingDir: 'anything',
      stdin: true,
      stdinOnce: true,
      tty: true,
      command: [],
      args: [''],
    },
  ],
]);

testContainers(
  [
    [{ image: ' nginx' }, 'Invalid image'],
    [{ name: 'main' }, 'Duplicate name'],
    [{ name: '' }, 'Required name'],
  ],
  { list: 'initContainers' },
);

testSpecs([
  ['no containers', {}, 'Required containers'],
  ['an empty list', { containers: [] }, 'Required containers'],
  ['no containers, but an init container', { initContainers: [sound] }, 'Required containers'],
  ['two of a name', { containers: [sound, sound] }, 'Duplicate containers[1].name'],
  [
    'three of a name',
    { containers: [sound, sound, sound] },
    'Duplicate containers[1].name',
    'Duplicate containers[2].name',
  ],
  [
    'two without a name',
    { containers: [{ image: 'a' }, { image: 'a' }] },
    'Required containers[0].name',
    'Required containers[1].name',
    'Duplicate containers[1].name',
  ],
  [
    'init containers of a name',
    { containers: [{ ...sound, name: 'd' }], initContainers: [sound, sound] },
    'Duplicate initContainers[1].name',
  ],
  [
    'init containers without a name',
    { containers: [sound], initContainers: [{ image: 'a' }, { image: 'a' }] },
    'Required initContainers[0].name',
    'Required initContainers[1].name',
  ],
  [
    'an init and a regular container without a name',
    { containers: [{ image: 'a' }], initContainers: [{ image: 'a' }] },
    'Required containers[0].name',
    'Required initContainers[0].name',
    'Duplicate initContainers[0].name',
  ],
  [
    'an ephemeral container named like an init container',
    { containers: [{ ...sound, name: 'd' }], initContainers: [sound], ephemeralContainers: [sound] },
    'Duplicate ephemeralContainers[0].name',
    'Forbidden ephemeralContainers',
  ],
]);

test('a template keeps an image with white space around it', () => {
  const spec = { containers: [{ ...sound, image: ' nginx ' }], initContainers: [{ name: 'i', image: 'a ' }] };
  assert.deepEqual(errorsOf(deployment(spec)), []);
  assert.deepEqual(errorsOf(pod(spec)), [
    'FieldValueInvalid spec.containers[0].image',
    'FieldValueInvalid spec.initContainers[0].image',
  ]);
});

test('a container in a template is checked like one in a Pod', () => {
  assert.deepEqual(errorsOf(deployment({ containers: [{ name: 'A' }] })), [
    'FieldValueInvalid spec.template.spec.containers[0].name',
    'FieldValueRequired spec.template.spec.containers[0].image',
  ]);
});
