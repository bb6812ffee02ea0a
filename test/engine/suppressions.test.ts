import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { applyFixes } from '@podlint/engine';
import { found, lintText } from './kit.js';

/** A Pod whose two containers have a terminal, with lines put in at places. */
function pod({
  top = '',
  apiVersion = '',
  containers = '',
  first = '',
  firstTty = '',
  above = '',
  second = '',
  end = '',
} = {}): string {
  return [
    top,
    `apiVersion: v1${apiVersion}`,
    'kind: Pod',
    'metadata: {name: a}',
    'spec:',
    '  hostNetwork: true',
    `  containers:${containers}`,
    `    - name: first${first}`,
    '      image: registry.example/app:1',
    `      tty: true${firstTty}`,
    above,
    `    - name: second${second}`,
    '      image: registry.example/app:1',
    '      tty: true',
    end,
  ]
    .filter((line) => line !== '')
    .join('\n')
    .concat('\n');
}

const bare = ['test/host 5', 'test/tty 9', 'test/tty 12'];

describe('suppressions by comment', () => {
  test('without any, everything is found', () => assert.deepEqual(found(lintText(pod())), bare));

  test('on the line of the finding', () => {
    assert.deepEqual(found(lintText(pod({ firstTty: ' # podlint-disable-line test/tty -- a terminal is meant' }))), [
      'test/host 5',
      'test/tty 12',
    ]);
    assert.deepEqual(found(lintText(pod({ firstTty: ' #podlint-disable-line' }))), ['test/host 5', 'test/tty 12']);
    assert.deepEqual(found(lintText(pod({ firstTty: ' # podlint-disable-line test/host, test/tty' }))), [
      'test/host 5',
      'suppressions/unused 9',
      'test/tty 12',
    ]);
  });

  describe('beside a field whose value stands below it', () => {
    const at = (field: string, comment: string): string[] =>
      found(lintText(pod().replace(new RegExp(`^( *)(${field}:)$`, 'm'), comment)));

    test('hides what is in the value, and nothing else', () => {
      assert.deepEqual(at('spec', '$1# podlint-disable-next-line test/tty\n$1$2'), ['test/host 6']);
      assert.deepEqual(at('spec', '$1$2 # podlint-disable-line test/tty'), ['test/host 5']);
      assert.deepEqual(at('containers', '$1# podlint-disable-next-line test/tty\n$1$2'), ['test/host 5']);
    });

    test('and is unused where nothing of it is in there', () =>
      assert.deepEqual(at('containers', '$1# podlint-disable-next-line test/host\n$1$2'), [
        'test/host 5',
        'suppressions/unused 6',
        'test/tty 10',
        'test/tty 13',
      ]));
  });

  test('by an id that the rule had before', () => {
    const openAndEnd = { top: '# podlint-disable test/terminal', above: '# podlint-enable test/terminal' };
    assert.deepEqual(found(lintText(pod(openAndEnd))), ['test/host 6', 'test/tty 14']);
    assert.deepEqual(found(lintText(pod({ firstTty: ' # podlint-disable-line test/terminal' }))), [
      'test/host 5',
      'test/tty 12',
    ]);
  });

  test('on a container, through its first line', () => {
    assert.deepEqual(found(lintText(pod({ first: ' # podlint-disable-line test/tty' }))), [
      'test/host 5',
      'test/tty 12',
    ]);
    assert.deepEqual(
      found(lintText(pod({ above: '    # podlint-disable-next-line test/tty -- why\n    # goes on here\n' }))),
      ['test/host 5', 'test/tty 9'],
    );
    assert.deepEqual(found(lintText(pod({ containers: ' # podlint-disable-next-line test/tty' }))), [
      'test/host 5',
      'test/tty 12',
    ]);
  });

  test('on a container whose dash has a line for itself', () => {
    const text = pod().replace('    - name: first', '    -  # podlint-disable-line test/tty\n      name: first');
    assert.deepEqual(found(lintText(text)), ['test/host 5', 'test/tty 13']);
  });

  test('on a whole object, through its first line', () => {
    assert.deepEqual(found(lintText(pod({ top: '# podlint-disable-next-line test/tty' }))), ['test/host 6']);
    assert.deepEqual(found(lintText(pod({ apiVersion: ' # podlint-disable-line' }))), []);
    assert.deepEqual(found(lintText(`${pod({ apiVersion: ' # podlint-disable-line' })}---\n${pod()}`)), [
      'test/twins 16',
      'test/host 18',
      'test/tty 22',
      'test/tty 25',
    ]);
  });

  test('on a pair of comments', () => {
    assert.deepEqual(
      found(lintText(pod({ containers: '\n    # podlint-disable test/tty', above: '    # podlint-enable test/tty' }))),
      ['test/host 5', 'test/tty 14'],
    );
    assert.deepEqual(
      found(lintText(pod({ containers: '\n    # podlint-disable', above: '    # podlint-enable test/host' }))),
      ['test/host 5'],
    );
    assert.deepEqual(
      found(lintText(pod({ containers: '\n    # podlint-disable test/tty', above: '    # podlint-enable' }))),
      ['test/host 5', 'test/tty 14'],
    );
  });

  test('without its partner a comment counts to the end of the file', () => {
    assert.deepEqual(
      found(
        lintText(
          `${pod({ containers: '\n    # podlint-disable test/tty' })}---\n${pod().replace('name: a', 'name: b')}`,
        ),
      ),
      ['test/host 5', 'test/host 19'],
    );
  });

  test('on a whole file, wherever the comment stands', () => {
    assert.deepEqual(
      found(lintText(pod({ end: '# podlint-disable-file test/tty, test/host -- terminals everywhere' }))),
      [],
    );
    assert.deepEqual(found(lintText(`# podlint-disable-file\n---\n${pod()}---\n${pod()}`)), []);
  });

  test('with CRLF, a byte order mark, in flow style', () => {
    const text = pod({ top: '# podlint-disable-next-line test/host', firstTty: '   # podlint-disable-line test/tty' });
    assert.deepEqual(found(lintText(text.replaceAll('\n', '\r\n'))), ['test/tty 13']);
    assert.deepEqual(found(lintText(`\ufeff${text}`)), ['test/tty 13']);
    const flow =
      'apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec: {containers: [\n  {name: b, image: x, tty: true}, # podlint-disable-line test/tty\n  {name: c, image: x, tty: true}]}\n';
    assert.deepEqual(found(lintText(flow)), ['test/tty 6']);
  });

  test('in an item of a List', () => {
    const item = pod()
      .replace(/^(?=.)/gm, '    ')
      .replace('    apiVersion', '  - apiVersion');
    const list = `apiVersion: v1\nkind: List\nitems:\n${item.replace('apiVersion: v1', 'apiVersion: v1 # podlint-disable-line test/tty')}${item.replace('name: a', 'name: b')}`;
    assert.deepEqual(found(lintText(list)), ['test/host 8', 'test/host 20', 'test/tty 24', 'test/tty 27']);
    assert.deepEqual(
      found(
        lintText(
          list
            .replace('kind: List', 'kind: List # x')
            .replace('apiVersion: v1\n', 'apiVersion: v1 # podlint-disable-line test/host\n'),
        ),
      ),
      ['test/tty 24', 'test/tty 27'],
    );
  });

  test('through an alias', () => {
    const text =
      'apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec:\n  initContainers:\n    - &c\n      name: b\n      image: x\n      tty: true\n  containers:\n    - *c # podlint-disable-line test/tty\n# podlint-disable-file api/duplicate\n';
    assert.deepEqual(found(lintText(text)), ['test/tty 9']);
  });

  test('of what the server says', () => {
    const text =
      'apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec:\n  containers: [] # podlint-disable-line api/required -- filled in later\n';
    const report = lintText(text, { preset: 'none' });
    assert.deepEqual(found(report), []);
    assert.deepEqual(report.files[0]?.documents[0]?.verdicts, { '1.36': 'reject' });
    assert.deepEqual(report.summary.errors, 0);
  });

  test('of what cannot be read', () => {
    assert.deepEqual(
      found(
        lintText(
          'apiVersion: v1\nkind: Pod\n# podlint-disable-next-line syntax/bad-indent, schema/list-indent, syntax/invalid\n\tspec: a: b\n',
          { preset: 'none' },
        ),
      ),
      [],
    );
  });

  test('not in a value that only looks like a comment', () => {
    const text = pod().replace(
      '    - name: first',
      '    - args:\n        - |\n          # podlint-disable-file\n        - "a # podlint-disable-file"\n        - a\n          b#podlint-disable-file\n      name: first',
    );
    assert.deepEqual(found(lintText(text)), ['test/host 5', 'test/tty 15', 'test/tty 18']);
  });

  test('behind the header of a block scalar', () => {
    const text =
      'apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec:\n  containers:\n    - {name: b, image: x, tty: true, args: [a]}\n    - name: c\n      image: z\n      args:\n        - | # podlint-disable-file test/tty\n          b\n';
    assert.deepEqual(found(lintText(text)), []);
  });

  test('not if the files have no say', () =>
    assert.deepEqual(found(lintText(pod({ apiVersion: ' # podlint-disable-line' }), { inlineConfig: false })), bare));
});

describe('suppressions by annotation', () => {
  const annotated = (value: string): string =>
    pod().replace('{name: a}', `{name: a, annotations: {podlint.io/disable: ${value}}}`);

  test('on an object', () => {
    assert.deepEqual(found(lintText(annotated('"test/tty -- why"'))), ['test/host 5']);
    assert.deepEqual(found(lintText(annotated('"test/tty, test/host"'))), []);
    assert.deepEqual(found(lintText(annotated('""'))), []);
  });

  test('on a pod template', () => {
    const deployment = (outer: string, inner: string): string =>
      JSON.stringify({
        apiVersion: 'apps/v1',
        kind: 'Deployment',
        metadata: { name: 'a', annotations: { 'podlint.io/disable': outer } },
        spec: {
          selector: { matchLabels: { a: 'b' } },
          template: {
            metadata: { labels: { a: 'b' }, annotations: { 'podlint.io/disable': inner } },
            spec: { hostNetwork: true, containers: [{ name: 'a', image: 'x', tty: true }] },
          },
        },
      });
    const options = { rules: { 'test/label': 'warn', 'suppressions/unused': 'off' } } as const;
    assert.deepEqual(found(lintText(deployment('test/label', 'test/tty, test/host'), options)), []);
    assert.deepEqual(found(lintText(deployment('test/tty', 'test/label'), options)), ['test/label 1', 'test/host 1']);
  });
});

describe('suppressions of no use', () => {
  const fixed = (text: string): string => applyFixes(text, lintText(text).files[0]!.diagnostics, 'safe').text;

  test('are reported, and the fix takes the comment away', () => {
    const text = pod({ end: '# podlint-disable-file test/image' });
    assert.deepEqual(found(lintText(text)), [...bare, 'suppressions/unused 13']);
    assert.equal(fixed(text), pod());
    assert.equal(fixed(pod({ apiVersion: '  # podlint-disable-line test/image -- why  ' })), pod());
    const crlf = pod({ above: '    # podlint-disable-next-line test/image' }).replaceAll('\n', '\r\n');
    assert.equal(fixed(crlf), pod().replaceAll('\n', '\r\n'));
    assert.equal(fixed(`\ufeff${pod({ top: '# podlint-disable-next-line test/image' })}`), `\ufeff${pod()}`);
  });

  test('or only the id that hides nothing', () => {
    const text = pod({ firstTty: ' # podlint-disable-line test/image, test/tty -- why' });
    assert.deepEqual(found(lintText(text)), ['test/host 5', 'suppressions/unused 9', 'test/tty 12']);
    assert.equal(fixed(text), pod({ firstTty: ' # podlint-disable-line test/tty -- why' }));
  });

  test('an annotation goes with what it leaves empty', () => {
    const text = pod().replace(
      'metadata: {name: a}',
      'metadata:\n  name: a\n  annotations:\n    podlint.io/disable: test/image',
    );
    assert.deepEqual(found(lintText(text)), ['suppressions/unused 6', 'test/host 8', 'test/tty 12', 'test/tty 15']);
    assert.equal(fixed(text), pod().replace('metadata: {name: a}', 'metadata:\n  name: a'));
    const two = text.replace('test/image', '"test/tty, test/image -- why"');
    assert.equal(fixed(two), text.replace('test/image', '"test/tty -- why"'));
  });

  test('an end that ends nothing', () => {
    assert.deepEqual(found(lintText(pod({ end: '# podlint-enable' }))), [...bare, 'suppressions/unused 13']);
    assert.deepEqual(found(lintText(pod({ top: '# podlint-disable test/tty', end: '# podlint-enable test/host' }))), [
      'test/host 6',
      'suppressions/unused 14',
    ]);
  });

  test('an id that nobody knows', () => {
    const text = pod({ firstTty: ' # podlint-disable-line test/ttys' });
    const report = lintText(text);
    assert.deepEqual(found(report), ['test/host 5', 'test/tty 9', 'suppressions/unknown-rule 9', 'test/tty 12']);
    const { text: repaired } = applyFixes(text, report.files[0]!.diagnostics, 'unsafe');
    assert.equal(repaired, pod({ firstTty: ' # podlint-disable-line test/tty' }));
  });

  test('are not spoken of where what they are for may not have been looked at', () => {
    assert.deepEqual(found(lintText(pod({ firstTty: ' # podlint-disable-line test/label' }))), bare, 'the rule is off');
    assert.deepEqual(
      found(lintText(pod({ end: '# podlint-disable-file test/twins' }))),
      bare,
      'more files could be given',
    );
    assert.deepEqual(
      found(lintText(pod({ end: '# podlint-disable-file test/twins' }), { complete: true })),
      [...bare, 'suppressions/unused 13'],
      'none can',
    );
    assert.deepEqual(found(lintText(pod({ end: '# podlint-disable-file' }), { preset: 'none' })), [], 'no rule is on');
    assert.deepEqual(found(lintText('# podlint-disable-file test/tty\na: "{{ b }}"\nc: {{ d }}\n')), [], 'a template');
    assert.deepEqual(
      found(lintText(`${pod({ top: '# podlint-disable-file test/image' })}---\na: [\n`)).filter((line) =>
        line.startsWith('suppressions'),
      ),
      [],
      'a broken document',
    );
  });

  test('can be suppressed by their own names', () => {
    assert.deepEqual(found(lintText(pod({ end: '# podlint-disable-file test/image, suppressions/unused' }))), bare);
    assert.deepEqual(
      found(lintText(pod({ end: '# podlint-disable-file test/image' }), { rules: { 'suppressions/unused': 'off' } })),
      bare,
    );
  });
});

describe('annotations of podlint', () => {
  const workload = (ofObject: string, ofTemplate = ''): string =>
    `apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: a, annotations: {${ofObject}}}\nspec:\n  selector: {matchLabels: {app: a}}\n  template:\n    metadata: {labels: {app: a}, annotations: {${ofTemplate}}}\n    spec: {containers: [{name: web, image: "registry.example/web:1"}]}\n`;
  const needless = (text: string): string[] =>
    (lintText(text).files[0]?.diagnostics ?? [])
      .filter(({ code }) => code === 'suppressions/unknown-annotation')
      .map(({ messageId, data }) => [messageId.split('/').at(-1), data['nearest']].filter(Boolean).join(' '));

  for (const [name, text, expected] of [
    ['misspelt', workload('podlint.io/disabel: all'), ['near podlint.io/disable']],
    ['of another domain', workload('podlint.dev/disable: all'), ['near podlint.io/disable']],
    [
      'with another word for it',
      workload('', 'podlint.dev/startup-seconds: "45"'),
      ['near podlint.io/startup-time.web'],
    ],
    [
      'of a container that is misspelt',
      workload('', 'podlint.io/startup-time.wbe: 9s'),
      ['near podlint.io/startup-time.web'],
    ],
    ['like nothing', workload('podlint.io/zzz: a'), ['unknown']],
    ['on the object and not on its template', workload('podlint.io/startup-time.web: 9s'), ['template']],
    [
      'where nothing looks',
      'apiVersion: batch/v1\nkind: CronJob\nmetadata: {name: a}\nspec: {schedule: "0 0 * * *", jobTemplate: {metadata: {annotations: {podlint.io/disable: all}}, spec: {template: {spec: {restartPolicy: Never, containers: [{name: a, image: b}]}}}}}\n',
      ['object'],
    ],
    [
      'in their places',
      workload('podlint.io/disable: a, other.io/x: y', 'podlint.io/startup-time.web: 9s, podlint.io/disable: a'),
      [],
    ],
    [
      'of a Pod',
      'apiVersion: v1\nkind: Pod\nmetadata: {name: a, annotations: {podlint.io/startup-time.a: 9s}}\nspec: {containers: [{name: a, image: b}]}\n',
      [],
    ],
    [
      'of another kind',
      'apiVersion: v1\nkind: Service\nmetadata: {name: a, annotations: {podlint.io/disalbe: all}}\nspec: {ports: [{port: 80}]}\n',
      ['near podlint.io/disable'],
    ],
  ] as const)
    test(`${name}: ${expected.length === 0 ? 'nothing to say' : expected.join()}`, () =>
      assert.deepEqual(needless(text), expected));
});
