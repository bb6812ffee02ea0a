import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createLinter, UnknownVersionError, type Report, type ReportedDiagnostic } from 'podlint';

const pod = (name: string, container = '{name: a, image: b}'): string =>
  `apiVersion: v1\nkind: Pod\nmetadata: {name: ${name}}\nspec:\n  containers:\n    - ${container}\n`;

function lint(text: string, ...kubernetesVersions: string[]): Report {
  return createLinter({ preset: 'none', ...(kubernetesVersions.length > 0 ? { kubernetesVersions } : {}) }).lint([
    { path: 'a.yaml', text },
  ]);
}

function diagnosticsOf(text: string, ...versions: string[]): readonly ReportedDiagnostic[] {
  return lint(text, ...versions).files[0]!.diagnostics;
}

/** `line:column-column text` of the place of a finding. */
function placeIn(text: string, { range }: ReportedDiagnostic): string {
  return `${range.start.line}:${range.start.column} ${text.slice(range.start.offset, range.end.offset)}`;
}

describe('places', () => {
  const cases: Readonly<Record<string, { text: string; places: string[] }>> = {
    'a wrong value: the value': {
      text: pod('a', '{name: a, image: b, imagePullPolicy: Sometimes}'),
      places: ['6:44 Sometimes'],
    },
    'a missing field: the key of what should hold it': {
      text: 'apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec: {}\n',
      places: ['4:1 spec'],
    },
    'a missing field of a list item: its first key': { text: pod('a', 'name: a'), places: ['6:7 name'] },
    'a missing object: the first key of all': {
      text: 'apiVersion: v1\nkind: Pod\nspec:\n  containers:\n    - {name: a, image: b}\n',
      places: ['1:1 apiVersion'],
    },
    'an empty value: its key': { text: pod('a', '{name: a, image: }'), places: ['6:17 image'] },
    'a label: its key': {
      text: 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\n  labels:\n    ok: yes-it-is\n    not ok: x\n',
      places: ['7:5 not ok'],
    },
    'behind a byte order mark and CRLF': {
      text: `\ufeff${pod('Upper').replaceAll('\n', '\r\n')}`,
      places: ['3:18 Upper'],
    },
    'behind astral characters, in UTF-16 units': { text: pod('a', '{name: "😀", image: b}'), places: ['6:14 "😀"'] },
    'in JSON': {
      text: '{"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "A"}, "spec": {"containers": [{"name": "a", "image": "b"}]}}',
      places: ['1:58 "A"'],
    },
    'through an alias, where it is used': {
      text: 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: &n A\nspec:\n  containers:\n    - name: *n\n      image: b\n',
      places: ['4:12 A', '7:13 *n'],
    },
  };
  for (const [name, { text, places }] of Object.entries(cases)) {
    test(name, () =>
      assert.deepEqual(
        diagnosticsOf(text).map((found) => placeIn(text, found)),
        places,
      ),
    );
  }
});

describe('documents', () => {
  const entries = (text: string): unknown[] =>
    lint(text).files[0]!.documents.map(({ index, item, kind, name, verdicts, skipped }) => [
      index,
      item,
      kind,
      name,
      verdicts?.['1.36'] ?? skipped,
    ]);

  test('count those that say something, as a client does', () => {
    const text = `# a licence\n---\n${pod('one')}---\n# nothing\n---\n${pod('two')}`;
    assert.deepEqual(entries(text), [
      [0, undefined, 'Pod', 'one', 'accept'],
      [1, undefined, 'Pod', 'two', 'accept'],
    ]);
  });

  test('a value of a wrong type is not blamed on what the server makes of it', () => {
    const service = 'apiVersion: v1\nkind: Service\nmetadata: {name: a, namespace: b}\nspec: {ports: [{port: abc}]}\n';
    assert.deepEqual(
      diagnosticsOf(service).map(({ code, path }) => [code, path]),
      [['schema/wrong-type', 'spec.ports[0].port']],
    );
  });

  test('a List is its items, each with its own verdict', () => {
    const text = `apiVersion: v1\nkind: List\nitems:\n- apiVersion: v1\n  kind: Pod\n  metadata: {name: a}\n  spec: {containers: [{name: a}]}\n- {apiVersion: example.com/v1, kind: Widget, metadata: {name: s}}\n`;
    assert.deepEqual(entries(text), [
      [0, 0, 'Pod', 'a', 'reject'],
      [0, 1, 'Widget', 's', 'kind without a definition'],
    ]);
    assert.deepEqual(
      diagnosticsOf(text).map(({ item, path, api }) => [item, path, api?.field]),
      [[0, 'spec.containers[0].image', 'spec.containers[0].image']],
    );
  });

  test('a list is nothing without items, and no list without the word', () => {
    for (const text of ['apiVersion: v1\nkind: List\nitems: []\n', 'apiVersion: v1\nkind: PodList\nitems:\n'])
      assert.deepEqual(entries(text), [[0, undefined, undefined, undefined, 'empty document']]);
    assert.deepEqual(entries('apiVersion: v1\nkind: List\n'), [[0, undefined, 'List', undefined, 'unserved']]);
  });

  test('items of a typed list take their kind from it', () => {
    const text =
      'apiVersion: v1\nkind: PodList\nitems:\n- metadata: {name: a}\n  spec: {containers: [{name: a, image: b}]}\n';
    assert.deepEqual(entries(text), [[0, 0, 'Pod', 'a', 'accept']]);
  });

  test('an empty file is a skip', () =>
    assert.deepEqual(entries('# only a comment\n'), [[0, undefined, undefined, undefined, 'empty document']]));
  test('other YAML is a skip', () =>
    assert.deepEqual(entries('site_name: x\n'), [[0, undefined, undefined, undefined, 'not a Kubernetes object']]));
  test('settings with comments are a skip', () =>
    assert.deepEqual(entries('{\n  // a comment\n  "compilerOptions": {}\n}\n'), [
      [0, undefined, undefined, undefined, 'not a Kubernetes object'],
    ]));
  test('a template is a skip', () =>
    assert.deepEqual(
      entries('apiVersion: v1\nkind: Pod\nmetadata:\n  name: {{ .Values.name }}\n').map((entry) =>
        (entry as unknown[]).at(-1),
      ),
      ['template with {{ }}'],
    ));
  test('an old API group is unserved', () =>
    assert.deepEqual(entries('apiVersion: extensions/v1beta1\nkind: Deployment\nmetadata: {name: d}\n'), [
      [0, undefined, 'Deployment', 'd', 'unserved'],
    ]));
  test('broken text is undecodable', () =>
    assert.deepEqual(
      entries('apiVersion: v1\nkind: Pod\nmetadata: {name: a\n').map((entry) => (entry as unknown[]).at(-1)),
      ['undecodable'],
    ));
});

describe('versions', () => {
  const restartRules = pod(
    'a',
    '{name: a, image: b, restartPolicyRules: [{action: Restart, exitCodes: {operator: In, values: [1]}}], restartPolicy: Never}',
  );

  test('the same finding for several versions is one', () => {
    const found = diagnosticsOf(pod('Upper'), '1.29', '1.36');
    assert.deepEqual(
      found.map(({ kubernetesVersions }) => kubernetesVersions),
      [['1.29', '1.36']],
    );
  });

  test('a field is unknown only where the version does not have it', () => {
    const { documents, diagnostics } = lint(restartRules, '1.30', '1.36').files[0]!;
    assert.deepEqual(documents[0]!.verdicts, { '1.30': 'reject', '1.36': 'accept' });
    assert.ok(
      diagnostics
        .filter(({ code }) => code === 'schema/unknown-field')
        .every(({ kubernetesVersions }) => kubernetesVersions.join() === '1.30'),
    );
  });

  test('an unknown version is an error with the known ones', () => {
    assert.throws(() => createLinter({ kubernetesVersions: ['1.12'] }), UnknownVersionError);
    assert.throws(() => createLinter({ kubernetesVersions: ['1.12'] }), /1\.36/);
  });
});

describe('the report', () => {
  const files = ['b.yaml', 'a.yaml', 'c.yaml'].map((path) => ({
    path,
    text: pod(path === 'c.yaml' ? 'Upper' : 'fine'),
  }));
  const linter = createLinter({ preset: 'none' });

  test('is the same in every order of files, and again', () => {
    const report = JSON.stringify(linter.lint(files));
    assert.equal(JSON.stringify(linter.lint([...files].reverse())), report);
  });

  test('counts what it holds', () => {
    const { summary } = linter.lint([...files, { path: 'd.yaml', skipped: 'binary file' }]);
    assert.deepEqual(summary, {
      files: 4,
      documents: 3,
      checked: 3,
      skipped: 1,
      errors: 1,
      warnings: 0,
      infos: 0,
      fixable: 0,
    });
  });
});
