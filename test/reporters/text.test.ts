import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { reporters } from '@podlint/reporters';
import { createLinter } from 'podlint';
import { reporterOptions } from './report-kit.js';

const files = ['a', 'b', 'c'].map((name) => ({
  path: `deploy/team-of-${name}/web.yaml`,
  text: `apiVersion: apps/v1
kind: Deployment
metadata: {name: web-${name}, namespace: shop}
spec:
  replicas: 2
  selector: {matchLabels: {app: web}}
  template:
    metadata: {labels: {app: web}}
    spec:
      containers:
        - name: app
          image: registry.example/app:latest # ${'a long remark '.repeat(12)}
          imagePulPolicy: Always
          ports: [{containerPort: 80000}]
        - {name: side, image: "registry.example/side:latest"}
`,
}));

const report = createLinter().lint(files);
const write = await reporters.text();
const textAt = (width: number | undefined, show: readonly string[] = []): string =>
  write(report, {
    ...reporterOptions(),
    width,
    show,
    sourceOf: (path) => files.find((file) => file.path === path)?.text,
  });

/** What is not broken: a place, a frame of at least 20 columns with its gutter, the name of a code. */
const unbroken = /^ {2}--> \S+$|^ {2}= \w+: \S+$|^\d+ \||^ +\| |^(?:error|warning|info)\[\S+\]: ?\S*$/;

describe('the text report', () => {
  for (const width of [24, 40, 60, 80, 100, 132, 200])
    test(`keeps within ${width} columns`, () => {
      for (const line of [...textAt(width).split('\n'), ...textAt(width, ['all']).split('\n')]) {
        const isOneWord = !line.trim().includes(' ');
        const isRowOfTable = /^ {2}\S+ +[\d,]+ +[\d,]+ +[\d,]+|^\S+ +found +objects +files$/.test(line);
        assert.ok(line.length <= width || isOneWord || isRowOfTable || unbroken.test(line), `${width}: ${line}`);
      }
    });

  test('says the same at any width', () => {
    const words = (text: string): string => text.replace(/\s+/g, ' ').replace(/\d+ \|.*?\^+/g, '');
    const findings = (text: string): number => text.match(/^(?:error|warning|info)\[/gm)?.length ?? 0;
    for (const width of [24, 80, undefined])
      assert.equal(
        findings(textAt(width, ['all'])),
        report.summary.errors + report.summary.warnings + report.summary.infos,
      );
    assert.ok(words(textAt(undefined)).length > 0);
  });

  test('has errors behind everything else, and the verdict as the first word of the last line', () => {
    const severities = [...textAt(undefined, ['all']).matchAll(/^(error|warning|info)\[/gm)].map(
      ([, severity]) => severity,
    );
    assert.deepEqual(
      severities,
      [...severities].sort((a, b) => order(a) - order(b)),
    );
    assert.match(textAt(undefined).trimEnd().split('\n').at(-1) ?? '', /^FAILED {2}6 errors in 3 files, /);
  });

  test('counts what it does not show one by one', () => {
    const counted = [...textAt(undefined).matchAll(/^ {2}\S+ +(\d+) +\d+ +\d+(?: |$)/gm)].map(([, count]) =>
      Number(count),
    );
    const shown = textAt(undefined).match(/^(?:warning|info)\[/gm)?.length ?? 0;
    assert.equal(
      counted.reduce((sum, one) => sum + one, shown),
      report.summary.warnings + report.summary.infos,
    );
  });
});

function order(severity = ''): number {
  return ['info', 'warning', 'error'].indexOf(severity);
}
