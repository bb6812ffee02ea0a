import { createSessionWith, type Session } from '@podlint/engine';
import { baselineText, makeBaseline, parseBaseline, setAside } from '@podlint/engine/baseline';
import { readConfig } from '@podlint/engine/config';
import { mergeReports } from '@podlint/engine/merge';
import { regexOf, PatternFault } from '@podlint/regex';
import { reporters, type Format } from '@podlint/reporters';
import { catalogue } from '@podlint/rules';
import { applyFixes, simulateProbes, type Report, type Safety } from 'podlint';
import { build, type BuildFiles } from 'podlint/kustomize';
import { does, lengthOf, lintsFiles, lintsText, linterFor, strict, times, type Family } from '../family.js';
import { deployment, list, map, object, pod, podWith } from '../texts.js';

const pods = (count: number): string => times(count, (index) => pod(`p${index}`));
const plain = { preset: 'none' } as const;

/** As `--fix` does it: until no fix is left, ten times at most. */
function fixed(text: string, safety: Safety): string {
  let now = text;
  for (let round = 0; round < 10; round++) {
    const [file] = linterFor(strict).lint([{ path: 'a.yaml', text: now }]).files;
    const next = applyFixes(now, file?.diagnostics ?? [], safety).text;
    if (next === now) break;
    now = next;
  }
  return now;
}

const fixes = (name: string, textOf: (count: number) => string, safety: Safety = 'unsafe'): Family => ({
  ...does(`fix: ${name}`, textOf, (text) => fixed(text, safety)),
  scale: 1 / 8,
});
const updates = (name: string, textOf: (count: number) => string): Family =>
  does(`update: ${name}`, textOf, (text) => linterFor(plain).update(text, text));
const explains = (name: string, textOf: (count: number) => string): Family =>
  does(`explain: ${name}`, textOf, (text) => linterFor(plain).explain([{ path: 'a.yaml', text }]));

/** Puts a Pod behind so many documents again and again; `ask` is what somebody wants to know then. */
const typesBehind = (name: string, textOf: (count: number) => string, ask: (session: Session) => unknown): Family => ({
  name,
  prepare: (count) => {
    const text = textOf(count >> 2);
    const session = createSessionWith(catalogue, strict);
    session.set({ path: 'a.yaml', text });
    session.update();
    let round = 0;
    return {
      length: text.length,
      run: () => {
        session.set({ path: 'a.yaml', text: `${text}${pod(`new${++round}`)}` });
        return ask(session);
      },
    };
  },
});

const suppressing = (comment: (index: number) => string) => (count: number) =>
  times(count, (index) => `${pod(`p${index}`)}${comment(index)}`);

const suppressions: readonly Family[] = [
  lintsText('suppressions of the next line', (count) =>
    podWith(list('env', 6, count, (index) => `{name: A, value: b} # podlint-disable-line env/duplicate ${index}`)),
  ),
  lintsText(
    'suppressions, one in each document',
    suppressing(() => '# podlint-disable-next-line images/no-digest\n'),
  ),
  lintsText(
    'suppressions of a line that none needs',
    (count) => times(count, () => '# podlint-disable-line pods/bare\n') + pod('a'),
  ),
  lintsText('suppressions of the file', (count) => times(count, () => '# podlint-disable-file pods/bare\n') + pod('a')),
  lintsText('suppressions of the file, with findings', (count) => `# podlint-disable-file\n${pods(count)}`),
  lintsText(
    'suppressions of blocks',
    suppressing((index) => (index % 2 === 0 ? '# podlint-disable pods/bare\n' : '# podlint-enable pods/bare\n')),
  ),
  lintsText(
    'suppressions of blocks that do not end',
    suppressing(() => '# podlint-disable pods/bare\n'),
  ),
  lintsText(
    'suppressions of blocks, nested',
    (count) => times(count, () => '# podlint-disable\n') + pods(count >> 2) + times(count, () => '# podlint-enable\n'),
  ),
  lintsText(
    'suppressions of one comment with many ids',
    (count) => `# podlint-disable-file ${times(count, () => 'pods/bare ')}\n${pod('a')}`,
  ),
  lintsText(
    'suppressions of unknown rules',
    (count) => times(count, (index) => `# podlint-disable-line pods/bar${index}\n`) + pod('a'),
  ),
  lintsText('suppressions by annotations', (count) =>
    times(
      count,
      (index) =>
        `---\napiVersion: v1\nkind: Pod\nmetadata: {name: p${index}, annotations: {podlint.io/disable: "pods/bare, images/no-digest"}}\nspec: {containers: [{name: a, image: "x:1"}]}\n`,
    ),
  ),
  lintsText(
    'suppressions by one annotation with many ids',
    (count) =>
      `---\napiVersion: v1\nkind: Pod\nmetadata: {name: p, annotations: {podlint.io/disable: "${times(count, () => 'pods/bare, ')}x"}}\nspec: {containers: [{name: a, image: "x:1"}]}\n`,
  ),
  lintsText('suppressions in other words (kube-linter, checkov)', (count) =>
    times(
      count,
      (index) =>
        `---\napiVersion: v1\nkind: Pod\nmetadata: {name: p${index}, annotations: {ignore-check.kube-linter.io/run-as-non-root: x, checkov.io/skip1: CKV_K8S_20=x}}\nspec: {containers: [{name: a, image: "x:1"}]}\n`,
    ),
  ),
  lintsText('comments inside of values', (count) =>
    object('v1', 'ConfigMap', 'a', `data:\n  a: |\n${times(count, () => '    # podlint-disable-line\n')}`),
  ),
];

const fixing: readonly Family[] = [
  fixes('documents without much', pods),
  fixes('documents without much, safe', pods, 'safe'),
  fixes('containers', (count) =>
    object(
      'v1',
      'Pod',
      'a',
      `spec:\n  containers:\n${times(count, (index) => `    - {name: c${index}, image: "x:1", imagePullPolicy: always}\n`)}`,
    ),
  ),
  fixes('misspelt fields', (count) => times(count, (index) => pod(`p${index}`, '      imagePulPolicy: Always\n'))),
  fixes('misplaced fields', (count) =>
    times(
      count,
      (index) =>
        `---\napiVersion: v1\nkind: Pod\nmetadata: {name: p${index}}\ncontainers:\n  - {name: a, image: "x:1"}\n`,
    ),
  ),
  fixes(
    'wrong types',
    (count) => podWith(list('env', 6, count, (index) => `{name: A${index}, value: ${index}}`)),
    'safe',
  ),
  fixes('duplicate keys', (count) =>
    object(
      'v1',
      'ConfigMap',
      'a',
      map('data', 0, count, (index) => `k${index >> 1}: v`),
    ),
  ),
  fixes('null entries', (count) => podWith(list('env', 6, count, () => 'null'))),
  fixes('broken documents', (count) => times(count, (index) => `---\na: b: c\n  d${index}: "x\n`)),
  fixes('tabs', (count) => times(count, (index) => `---\napiVersion: v1\nkind: Pod\nmetadata:\n\tname: p${index}\n`)),
  fixes('commands in one text', (count) =>
    times(count, (index) => pod(`p${index}`, '      command: ["sleep 3600"]\n')),
  ),
  fixes('deprecated versions', (count) =>
    times(count, (index) =>
      object(
        'policy/v1beta1',
        'PodDisruptionBudget',
        `p${index}`,
        'spec: {minAvailable: 1, selector: {matchLabels: {a: b}}}\n',
      ),
    ),
  ),
  updates('Pods', pods),
  updates('Pods of one name', (count) => times(count, () => pod('same'))),
  updates('broken documents', (count) => times(count, (index) => `---\na: b: c\n  d${index}: "x\n`)),
  updates('containers', (count) =>
    object(
      'v1',
      'Pod',
      'a',
      `spec:\n  containers:\n${times(count, (index) => `    - {name: c${index}, image: "x:1"}\n`)}`,
    ),
  ),
  updates('a ConfigMap with many keys', (count) =>
    object('v1', 'ConfigMap', 'a', `immutable: true\n${map('data', 0, count, (index) => `k${index}: v`)}`),
  ),
  explains('Pods', pods),
  explains('containers', (count) =>
    object(
      'v1',
      'Pod',
      'a',
      `spec:\n  containers:\n${times(count, (index) => `    - {name: c${index}, image: "x:1"}\n`)}`,
    ),
  ),
];

/** Findings at one place, of which the graver stand for the others. */
const superseding: readonly Family[] = [
  lintsText('findings that supersede each other, in one object', (count) =>
    object(
      'v1',
      'Pod',
      'a',
      `spec:\n  containers:\n${times(count, (index) => `    - {name: c${index}, image: "x", securityContext: {privileged: true, allowPrivilegeEscalation: false, capabilities: {add: [SYS_ADMIN, ALL]}}}\n`)}`,
    ),
  ),
  lintsText('findings that supersede each other, in many objects', (count) =>
    times(count, (index) =>
      pod(`p${index}`, '      securityContext: {privileged: true, runAsUser: 0, runAsNonRoot: true}\n'),
    ),
  ),
  lintsText('findings that follow from one mistake', (count) =>
    object(
      'v1',
      'Pod',
      'a',
      `spec:\n  containers:\n    - name: a\n      volumeMounts:\n${times(count, (index) => `        - {name: v, mountPath: /m${index}, x: y}\n`)}`,
    ),
  ),
  lintsText('findings by placeholders', (count) =>
    object(
      'v1',
      'Pod',
      'a',
      `spec:\n  containers:\n${times(count, (index) => `    - {name: "\${N${index}}", image: "\${I}", imagePullPolicy: "\${P}"}\n`)}`,
    ),
  ),
  lintsText(
    'many findings of one object for four versions',
    (count) => podWith(list('ports', 6, count, () => '{containerPort: 70000}')),
    { ...strict, kubernetesVersions: ['1.29', '1.31', '1.33', '1.36'] },
  ),
  lintsText('many findings, few bytes', (count) =>
    object('v1', 'Pod', 'a', `spec:\n  containers:\n${times(count, () => '    - {}\n')}`),
  ),
  lintsText('many findings, few bytes, of env', (count) => podWith(list('env', 6, count, () => '{}'))),
  lintsText('many findings, few bytes, of documents', (count) => times(count, () => '---\nkind: Pod\n')),
  lintsText('many findings, few bytes, of documents without a kind', (count) => times(count, () => '---\na: 1\n')),
  lintsText('many findings, few bytes, of fields', (count) =>
    object('v1', 'Pod', 'a', `spec:\n${times(count, (index) => `  a${index}:\n`)}`),
  ),
  lintsText('many findings at a level of errors', pods, { ...strict, level: 'error' }),
];

const reportOf = (text: string): Report => linterFor(strict).lint([{ path: 'a.yaml', text }]);

async function formatFamilies(): Promise<Family[]> {
  const names = Object.keys(reporters) as Format[];
  const made = names.map(async (name): Promise<Family[]> => {
    const reporter = await reporters[name]();
    const family = (what: string, textOf: (count: number) => string): Family => ({
      name: `format ${name}: ${what}`,
      prepare: (count) => {
        const text = textOf(count);
        const report = reportOf(text);
        // Fixes and fingerprints are worked out once, whoever asks first.
        const options = {
          sourceOf: () => text,
          colors: 'never',
          detail: 'verbose',
          context: 2,
          show: ['all'],
          width: 100,
        } as const;
        return { length: text.length, run: () => reporter(report, options) };
      },
    });
    return [
      family('documents', pods),
      family(
        'one object on one line',
        (count) =>
          `{"apiVersion":"v1","kind":"Pod","metadata":{"name":"a"},"spec":{"containers":[${times(count, () => '{},')}{}]}}`,
      ),
    ];
  });
  return (await Promise.all(made)).flat();
}

const files = { nameOf: (path: string): string => path, isGone: (): boolean => false };
const aboutReports: readonly Family[] = [
  {
    name: 'report as JSON, with all details',
    prepare: (count) => {
      const text = pods(count);
      return { length: text.length, run: () => JSON.stringify(reportOf(text)) };
    },
  },
  {
    name: 'baseline: made, written, read and applied',
    prepare: (count) => {
      const text = pods(count);
      const report = reportOf(text);
      return {
        length: text.length,
        run: () => setAside(report, parseBaseline(baselineText(makeBaseline(report, new Map(), files))), files),
      };
    },
  },
  {
    name: 'baseline: findings that are all alike',
    prepare: (count) => {
      const text = times(count, () => pod('same'));
      const report = reportOf(text);
      return { length: text.length, run: () => setAside(report, makeBaseline(report, new Map(), files), files) };
    },
  },
  {
    name: 'merge: shards of a run',
    prepare: (count) => {
      const some = Array.from({ length: count >> 3 }, (_, index) => ({
        path: `f${index}.yaml`,
        text: pod(`p${index}`),
      }));
      const report = linterFor(strict).lint(some);
      const reports = report.files.map((file) => ({ name: file.path, report: { ...report, files: [file] } }));
      return { length: lengthOf(some), run: () => mergeReports(reports) };
    },
  },
  lintsFiles('files, one Pod each', (count) =>
    Array.from({ length: count }, (_, index) => ({ path: `d${index % 50}/f${index}.yaml`, text: pod(`p${index}`) })),
  ),
  typesBehind('session: a change in one of many documents', pods, (session) => session.update()),
  typesBehind(
    'session: a change in one of many Pods that lack a ConfigMap, and all that is said',
    (count) =>
      times(count, (index) => pod(`p${index}`) + `      envFrom: [{configMapRef: {name: missing-${index}}}]\n`),
    (session) => {
      session.update();
      return session.file('a.yaml')?.parts;
    },
  ),
  {
    name: 'stream: documents in pieces',
    prepare: (count) => {
      const text = pods(count);
      return {
        length: text.length,
        run: () => {
          const stream = linterFor(strict).stream('a.yaml');
          let found = 0;
          for (let at = 0; at < text.length; at += 65_536)
            for (const part of stream.write(text.slice(at, at + 65_536))) found += part.report.summary.warnings;
          for (const part of stream.end()) found += part.report.summary.warnings;
          return found;
        },
      };
    },
  },
];

function builds(name: string, filesOf: (count: number) => BuildFiles): Family {
  return {
    name: `kustomize: ${name}`,
    prepare: (count) => {
      const some = filesOf(count);
      const length = Object.values(some).reduce((sum, text) => sum + text.length, 0);
      return { length, run: () => build(some, '.').documents.length };
    },
  };
}
const configMap = (name: string): string =>
  `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: ${name}}\ndata: {a: b}\n`;
const many = (count: number, of: (index: number) => string): string => `[${times(count, (index) => `${of(index)},`)}]`;
const fileOfEach = (count: number): BuildFiles =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`f${index}.yaml`, configMap(`m${index}`)]));
const one = (count: number, rest: string): BuildFiles => ({
  'kustomization.yaml': `resources: [a.yaml]\n${rest}`,
  'a.yaml': times(count, (index) => `---\n${configMap(`m${index}`)}`),
});

const kustomizing: readonly Family[] = [
  builds('resources, a file each', (count) => ({
    ...fileOfEach(count >> 2),
    'kustomization.yaml': `resources: ${many(count >> 2, (index) => `f${index}.yaml`)}\n`,
  })),
  builds('resources in one file', (count) => one(count, '')),
  builds('labels, annotations, prefix and namespace', (count) =>
    one(count >> 1, 'commonLabels: {a: b}\ncommonAnnotations: {c: d}\nnamePrefix: x-\nnamespace: n\n'),
  ),
  builds('patches, one for each resource', (count) =>
    one(
      count >> 2,
      `patches: ${many(count >> 2, (index) => `{target: {kind: ConfigMap, name: m${index}}, patch: '[{op: add, path: /data/x, value: y}]'}`)}\n`,
    ),
  ),
  builds('patches of one resource', (count) =>
    one(
      1,
      `patches: ${many(count >> 2, (index) => `{target: {kind: ConfigMap, name: m0}, patch: '[{op: add, path: /data/x${index}, value: y}]'}`)}\n`,
    ),
  ),
  builds('strategic patches of one resource', (count) =>
    one(
      1,
      `patches: ${many(count >> 2, (index) => `{patch: '{apiVersion: v1, kind: ConfigMap, metadata: {name: m0}, data: {x${index}: y}}'}`)}\n`,
    ),
  ),
  builds('operations of one patch', (count) =>
    one(
      1,
      `patches: [{target: {kind: ConfigMap, name: m0}, patch: '${many(count, (index) => `{op: add, path: /data/x${index}, value: y}`)}'}]\n`,
    ),
  ),
  builds('vars', (count) =>
    one(
      count >> 3,
      `vars: ${many(count >> 3, (index) => `{name: V${index}, objref: {apiVersion: v1, kind: ConfigMap, name: m${index}}}`)}\n`,
    ),
  ),
  builds('images', (count) => ({
    'kustomization.yaml': `resources: [a.yaml]\nimages: ${many(count >> 2, (index) => `{name: i${index}, newTag: "2"}`)}\n`,
    'a.yaml': times(count >> 2, (index) => pod(`p${index}`, '', `i${index}:1`)),
  })),
  builds('replacements', (count) =>
    one(
      count >> 3,
      `replacements: ${many(count >> 3, (index) => `{source: {kind: ConfigMap, name: m0, fieldPath: data.a}, targets: [{select: {kind: ConfigMap, name: m${index}}, fieldPaths: [data.a]}]}`)}\n`,
    ),
  ),
  builds('generated ConfigMaps', (count) => ({
    'kustomization.yaml': `configMapGenerator: ${many(count >> 1, (index) => `{name: m${index}, literals: [a=b]}`)}\n`,
  })),
  builds('literals of one generated ConfigMap', (count) => ({
    'kustomization.yaml': `configMapGenerator: [{name: m, literals: ${many(count, (index) => `a${index}=b`)}}]\n`,
  })),
  builds('generated names that are named', (count) => ({
    'kustomization.yaml': `resources: [a.yaml]\nconfigMapGenerator: ${many(count >> 3, (index) => `{name: m${index}, literals: [a=b]}`)}\n`,
    'a.yaml': times(count >> 3, (index) => pod(`p${index}`, `      envFrom: [{configMapRef: {name: m${index}}}]\n`)),
  })),
  builds('bases in a chain', (count) =>
    Object.fromEntries(
      Array.from({ length: Math.ceil(count / 100) }, (_, index) => [
        index === 0 ? 'kustomization.yaml' : `${'b/'.repeat(index)}kustomization.yaml`,
        index === Math.ceil(count / 100) - 1
          ? 'configMapGenerator: [{name: m, literals: [a=b]}]\n'
          : 'resources: [b]\nnamePrefix: a\n',
      ]),
    ),
  ),
  builds('components', (count) => ({
    'kustomization.yaml': `components: ${many(count >> 3, (index) => `c${index}`)}\nresources: [a.yaml]\n`,
    'a.yaml': configMap('m'),
    ...Object.fromEntries(
      Array.from({ length: count >> 3 }, (_, index) => [
        `c${index}/kustomization.yaml`,
        'apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\ncommonAnnotations: {a: b}\n',
      ]),
    ),
  })),
];

const configuring: readonly Family[] = [
  does(
    'config: unknown rules',
    (count) => `rules:\n${times(count, (index) => `  pods/bar${index}: off\n`)}`,
    (text) => readConfig(text),
  ),
  does(
    'config: unknown keys',
    (count) => times(count, (index) => `rulez${index}: off\n`),
    (text) => readConfig(text),
  ),
  does(
    'config: overrides',
    (count) => `overrides:\n${times(count, (index) => `  - {files: "a${index}/**", rules: {pods/bare: off}}\n`)}`,
    (text) => readConfig(text),
  ),
  does(
    'config: ignored paths',
    (count) => `ignore:\n${times(count, (index) => `  - a${index}/**\n`)}`,
    (text) => readConfig(text),
  ),
  does(
    'config: a List as config',
    (count) => times(count, () => '- a\n'),
    (text) => readConfig(text),
  ),
  does(
    'a regular expression of Go on a long text',
    (count) => 'a'.repeat(count),
    (text) => {
      const regex = regexOf('^(a|a|aa)*$');
      return !(regex instanceof PatternFault) && regex.test(`${text}!`);
    },
  ),
  does(
    'probes over a long time',
    (count) => 'a'.repeat(count),
    (text) =>
      simulateProbes({ livenessProbe: { httpGet: { port: 80 }, periodSeconds: 1 } }, {
        startsAfter: 0,
        duration: text.length,
      } as never),
  ),
  lintsText('rollouts', (count) => times(count, (index) => deployment(`d${index}`, `{app: a${index}}`))),
];

export const workFamilies: readonly Family[] = [
  ...suppressions,
  ...fixing,
  ...superseding,
  ...aboutReports,
  ...(await formatFamilies()),
  ...kustomizing,
  ...configuring,
];
