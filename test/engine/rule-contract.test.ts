import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createLinterWith, type LinterOptions, type ReportedDiagnostic } from '@podlint/engine';
import {
  defineRule,
  each,
  entries,
  entryAt,
  fieldBelow,
  itemAt,
  pathOf,
  type Field,
  type Finding,
  type ObjectView,
  type PodView,
} from '@podlint/engine/rule';

const header = 'apiVersion: v1\nkind: Pod\nmetadata: {name: a}\n';
const pod = `${header}spec:\n  containers: [{name: b, image: c}]\n`;

/** What comes out of the text with one rule, which says this about each object. */
function lint(
  text: string,
  say: (object: ObjectView) => readonly Finding[],
  options: LinterOptions = {},
  path = 'a.yaml',
): readonly ReportedDiagnostic[] {
  const rule = defineRule({
    id: 'test/says',
    level: 'error',
    fix: 'safe',
    summary: 'Says what it is told',
    messages: { said: 'Said: {what}.' },
    object: (object, report) => say(object).forEach((finding) => report(finding as Finding<'said'>)),
  });
  return createLinterWith([rule], options).lint([{ path, text }]).files[0]!.diagnostics;
}

describe('static Pods', () => {
  const isStatic = (text: string, options: LinterOptions = {}, path?: string): boolean =>
    lint(text, (object) => (object.isStaticPod ? [{ at: object.at, message: 'said' }] : []), options, path).some(
      ({ code }) => code === 'test/says',
    );

  test('by the annotation of the kubelet', () => {
    assert.equal(isStatic(pod), false);
    assert.equal(isStatic(pod.replace('name: a}', 'name: a, annotations: {kubernetes.io/config.source: file}}')), true);
    assert.equal(isStatic(pod.replace('name: a}', 'name: a, annotations: {kubernetes.io/config.source: api}}')), false);
  });

  test('by the place of the file', () => {
    assert.equal(isStatic(pod, {}, '/etc/kubernetes/manifests/a.yaml'), true);
    assert.equal(isStatic(pod, {}, 'roles/etc/kubernetes/manifests/a.yaml'), true);
    assert.equal(isStatic(pod, {}, 'etc/kubernetes/a.yaml'), false);
    assert.equal(isStatic(pod, { staticPods: ['static/**'] }, 'static/a.yaml'), true);
    assert.equal(isStatic(pod, { staticPods: [] }, 'etc/kubernetes/manifests/a.yaml'), false);
  });

  test('by a comment', () => {
    assert.equal(isStatic(`# podlint: static-pod\n${pod}`), true);
    assert.equal(isStatic(pod.replace('spec:', 'spec: # podlint: static-pod')), true);
    assert.equal(
      isStatic(`${pod}---\n# podlint: static-pod\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: b}\n`),
      false,
    );
  });

  test('only Pods', () =>
    assert.equal(
      isStatic(pod.replace('kind: Pod', 'kind: PodTemplate'), {}, 'etc/kubernetes/manifests/a.yaml'),
      false,
    ));
});

describe('what an object view tells', () => {
  const tell = (text: string, what: (object: ObjectView) => unknown): unknown => {
    let told: unknown;
    // Mended objects are looked at too, to see what follows from a mistake: the first one is that of the text.
    lint(text, (object) => {
      told ??= what(object);
      return [];
    });
    return told;
  };

  test('what is written, which is not what is stored', () => {
    const text = `${header}spec: {hostUsers: false, containers: [{name: b, image: c, terminationMessagePath: null}]}\n`;
    assert.deepEqual(
      tell(text, (object) => {
        const { at } = object.pod!;
        return [at.hostUsers, at.dnsPolicy, at.containers, itemAt(at.containers, 0).terminationMessagePath].map(
          (field) => object.writtenValue(field),
        );
      }),
      [false, undefined, undefined, null],
    );
  });

  test('fields that the server does not know', () => {
    const text = pod.replace('spec:', 'spec:\n  hostnetwork: true\n  hostPort: 80');
    assert.deepEqual(
      tell(text, ({ unknownFields }) => unknownFields.map(({ code, remedies }) => [code, remedies.length > 0])),
      [
        ['schema/unknown-field', true],
        ['schema/misplaced-field', false],
      ],
    );
  });
});

describe('values with their fields', () => {
  const found = (text: string, fields: (pod: PodView) => readonly Field[]): string[] => {
    const paths: string[] = [];
    lint(text, ({ pod }) => {
      if (pod) paths.push(...fields(pod).map((field) => pathOf(field).segments.join(' ')));
      return [];
    });
    return paths;
  };
  const text = pod
    .replace('name: a}', 'name: a, labels: {app: a, x/y: b}}')
    .replace('image: c', 'image: c, env: [{name: A, value: "1"}, {name: B}, {name: C, value: "3"}]');

  test('each item of a list', () =>
    assert.deepEqual(
      found(text, ({ containers }) =>
        containers.flatMap(({ value, at }) =>
          each(value.env, at.env).flatMap((variable) => (variable.value.value ? [variable.at.value] : [])),
        ),
      ),
      ['spec containers 0 env 0 value', 'spec containers 0 env 2 value'],
    ));

  test('each entry of a map', () =>
    assert.deepEqual(
      found(text, ({ metadata, metadataAt }) =>
        entries(metadata.labels, metadataAt.labels).flatMap(({ key, value, at }) =>
          key.includes('/') && value === 'b' ? [at] : [],
        ),
      ),
      ['metadata labels x/y'],
    ));

  test('none where there is no list or map', () =>
    assert.deepEqual(
      found(text, ({ spec, at }) =>
        [...each(spec.volumes, at.volumes), ...entries(spec.nodeSelector, at.nodeSelector)].map((one) => one.at),
      ),
      [],
    ));

  test('places of what is not there', () =>
    assert.deepEqual(
      found(text, ({ at, metadataAt }) => [
        itemAt(at.volumes, 3).hostPath.path,
        entryAt(metadataAt.annotations, 'a.b/c'),
        fieldBelow(at, ['hostAliases', 0, 'ip']),
      ]),
      ['spec volumes 3 hostPath path', 'metadata annotations a.b/c', 'spec hostAliases 0 ip'],
    ));
});

describe('a finding in the place of another one', () => {
  const text = pod.replace('spec:', 'spec:\n  hostnetwork: true');
  /** Nothing of the object in which the field is mended. */
  const said = ({ unknownFields }: ObjectView): Finding[] =>
    unknownFields.map(({ at }) => ({
      at,
      message: 'said',
      data: { what: 'this' },
      insteadOf: 'schema/unknown-field',
    }));

  test('keeps its place and its fixes', () => {
    const [alone] = lint(text, () => []);
    const [found, ...more] = lint(text, (object) => said(object));
    assert.deepEqual(more, []);
    assert.equal(found?.code, 'test/says');
    assert.deepEqual([found.messageId, found.data], ['said', { what: 'this' }]);
    assert.deepEqual([found.range, found.path, found.fixes], [alone?.range, alone?.path, alone?.fixes]);
  });

  test('keeps what the server says', () => {
    const [alone] = lint(pod.replace('image: c', 'image: ""'), () => []);
    const [found] = lint(pod.replace('image: c', 'image: ""'), ({ pod: { at } = {} as never }) => [
      { at: itemAt(at.containers, 0).image, message: 'said', insteadOf: alone!.code },
    ]);
    assert.equal(found?.code, 'test/says');
    assert.deepEqual(found.api, alone?.api);
  });

  test('comes by itself where there is no other', () => {
    const codes = lint(text, ({ at }) => [
      { at: at.kind, message: 'said', data: { what: 'this' }, insteadOf: 'schema/unknown-field' },
    ]).map(({ code }) => code);
    assert.deepEqual([...codes].sort(), ['schema/unknown-field', 'test/says']);
  });
});
