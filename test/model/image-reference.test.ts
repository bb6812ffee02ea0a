import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type ImageReference, defaultPullPolicy, parseImageReference } from '@podlint/model';
import { readCases } from '../conformance/cases.js';

const sha = `sha256:${'a'.repeat(64)}`;

/** Reference, and `repository tag digest`; undefined: nothing that can be pulled. */
const cases: readonly (readonly [image: string, parts: string | undefined])[] = [
  ['nginx', 'docker.io/library/nginx latest '],
  ['nginx:1.27', 'docker.io/library/nginx 1.27 '],
  [`nginx@${sha}`, `docker.io/library/nginx  ${sha}`],
  [`nginx:1.27@${sha}`, `docker.io/library/nginx 1.27 ${sha}`],
  ['docker.io/nginx', 'docker.io/library/nginx latest '],
  ['index.docker.io/nginx', 'docker.io/library/nginx latest '],
  ['bitnami/redis', 'docker.io/bitnami/redis latest '],
  ['localhost/app', 'localhost/app latest '],
  ['registry:5000/app', 'registry:5000/app latest '],
  ['registry:5000', 'docker.io/library/registry 5000 '],
  ['[::1]:5000/app', '[::1]:5000/app latest '],
  // An upper case letter is allowed in a registry, and makes one of what stands before the first "/".
  ['Example/app', 'Example/app latest '],
  ['example/App', undefined],
  // No registry has "_", but a path may begin with something that looks like one.
  ['a.b_c/x', 'a.b_c/x latest '],
  ['', undefined],
  ['nginx:', undefined],
  ['nginx:a b', undefined],
  [`nginx:${'t'.repeat(129)}`, undefined],
  ['nginx@sha256:abc', undefined],
  [`nginx@${sha.toUpperCase()}`, undefined],
  [`nginx@md5:${'a'.repeat(32)}`, undefined],
  ['https://example.com/app', undefined],
  ['a'.repeat(64), undefined],
  [`example.com/${'a'.repeat(255)}`, `example.com/${'a'.repeat(255)} latest `],
  [`example.com/${'a'.repeat(256)}`, undefined],
];

for (const [image, parts] of cases) {
  test(`reference ${image.slice(0, 40)}`, () => {
    const parsed = parseImageReference(image);
    assert.equal(parsed.valid ? `${parsed.repository} ${parsed.tag} ${parsed.digest}` : undefined, parts);
  });
}

test('an image is pulled anew only for the tag latest', () => {
  for (const image of ['nginx', 'nginx:latest', `nginx:latest@${sha}`])
    assert.equal(defaultPullPolicy(image), 'Always', image);
  for (const image of ['nginx:1', `nginx@${sha}`, 'nginx:', ''])
    assert.equal(defaultPullPolicy(image), 'IfNotPresent', image);
});

type ImageCase = { readonly image: string; readonly imagePullPolicy: string } & (
  | { readonly valid: false }
  | { readonly valid: true; readonly repository: string; readonly tag: string; readonly digest: string }
);

function expected(line: ImageCase): ImageReference {
  if (!line.valid) return { valid: false };
  const { valid, repository, tag, digest } = line;
  return { valid, repository, tag, digest };
}

test('every recorded reference is read as the kubelet reads it', () => {
  for (const line of readCases<ImageCase>('images')) {
    assert.deepEqual(parseImageReference(line.image), expected(line), line.image);
    assert.equal(defaultPullPolicy(line.image), line.imagePullPolicy, line.image);
  }
});
