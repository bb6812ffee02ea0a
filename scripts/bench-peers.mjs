// `npm run bench:peers [-- --files N --rounds N --long]`: podlint beside kubeconform and kube-score, on the same files in
// the same run. Needs Go, Python with pip (for the schemas) and GNU time; without the peers it measures podlint alone.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { widgetSchema, writeCorpus } from '../test/bench/peers/corpus.mjs';
import { compare } from '../test/bench/peers/measure.mjs';
import { must, podlint, provide } from '../test/integrations/kit.mjs';

const { values: options } = parseArgs({
  options: {
    files: { type: 'string', default: '10000' },
    rounds: { type: 'string', default: '3' },
    long: { type: 'boolean', default: false },
  },
});
const [files, rounds] = [Number(options.files), Number(options.rounds)];
const folder = mkdtempSync(path.join(tmpdir(), 'podlint-bench-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
const [corpus, mixed] = ['workloads', 'mixed'].map((name) => path.join(folder, name));
writeCorpus(corpus, files);
writeCorpus(mixed, files, { mixed: true });
const one = path.join(folder, 'one.yaml');
writeFileSync(one, readFileSync(path.join(corpus, 'd000', readdirSync(path.join(corpus, 'd000'))[0])));

const node = (...args) => [process.execPath, podlint, ...args];
const peers = { ...kubeconform(), ...kubeScore() };
const withPeers = (of) => Object.fromEntries(Object.entries(peers).map(([name, command]) => [name, [...command, of]]));

print(`${files} workloads`, {
  ...withPeers(corpus),
  'podlint, JSON': node('check', '--format', 'json', corpus),
  'podlint, text': node('check', corpus),
  'podlint, --preset none': node('check', '--preset', 'none', '--format', 'json', corpus),
  'podlint, --fix-dry-run': node('check', '--fix-dry-run', '--format', 'json=/dev/null', corpus),
});
print(`${files} objects, a third of them workloads`, {
  ...withPeers(mixed),
  'podlint, JSON': node('check', '--format', 'json', mixed),
});
const cache = path.join(folder, 'cache');
must('sh', ['-c', `${node('check', `--cache=${cache}`, corpus).join(' ')} >/dev/null || true`]);
const changed = path.join(corpus, 'd000', readdirSync(path.join(corpus, 'd000'))[0]);
print('the second run with --cache', {
  'podlint, text': node('check', corpus),
  'nothing was changed': node('check', `--cache=${cache}`, corpus),
  'one file was changed': [
    'sh',
    '-c',
    `echo "# $$" >> ${changed}; exec ${node('check', `--cache=${cache}`, corpus).join(' ')}`,
  ],
});
print(
  'one file, a new process each',
  { 'node -e 0': [process.execPath, '-e', '0'], ...withPeers(one), podlint: node('check', one) },
  15,
);
if (options.long) {
  const many = path.join(folder, 'many');
  writeCorpus(many, 10 * files);
  print(`${10 * files} workloads`, { ...withPeers(many), 'podlint, text': node('check', many) }, 1);
}

/** A table of medians, and each as a multiple of the first. */
function print(title, commands, times = rounds) {
  const rows = compare(commands, times);
  const [first] = rows.values();
  console.log(`\n${title}`);
  console.table(
    Object.fromEntries(
      [...rows].map(([name, { wall, cpu, megabytes }]) => [
        name,
        {
          'wall s': wall.toFixed(3),
          'cpu s': cpu.toFixed(2),
          MB: Math.round(megabytes),
          'x wall': (wall / first.wall).toFixed(2),
          'x cpu': (cpu / first.cpu).toFixed(2),
        },
      ]),
    ),
  );
}

/** With the schemas of one version, whose references are made to lead to the files here. */
function kubeconform() {
  const { folder: place, skip } = provide({
    name: 'kubeconform',
    version: '0.8.0',
    programs: ['go', 'python3', 'unzip'],
    install(target) {
      installWithGo(target, 'github.com/yannh/kubeconform/cmd/kubeconform@v0.8.0');
      const package_ = path.join(target, 'package');
      must('python3', ['-m', 'pip', 'download', '--quiet', '--no-deps', '-d', package_, 'kubernetes-validate==1.37.0']);
      const schemas = path.join(target, 'schemas');
      must('unzip', ['-qj', path.join(package_, readdirSync(package_)[0]), '*/v1.36.0-local-strict/*', '-d', schemas]);
      for (const name of readdirSync(schemas)) {
        const file = path.join(schemas, name);
        writeFileSync(
          file,
          readFileSync(file, 'utf8').replaceAll('/api/_definitions.json', `file://${schemas}/_definitions.json`),
        );
      }
    },
  });
  if (skip) return missing('kubeconform', skip);
  // The schema of the mixed corpus' custom resource, which podlint reads from the definition there.
  writeFileSync(path.join(folder, 'widget-example-v1.json'), JSON.stringify(widgetSchema));
  const schemas = [path.join(place, 'schemas'), folder].flatMap((of) => [
    '-schema-location',
    path.join(of, '{{ .ResourceKind }}{{ .KindSuffix }}.json'),
  ]);
  const args = ['-strict', '-ignore-missing-schemas', '-summary', '-output', 'json', ...schemas];
  return { 'kubeconform -strict': [path.join(place, 'kubeconform'), ...args] };
}

/** It takes files and no folders, and gives up all of them for one value of a wrong type. */
function kubeScore() {
  const { folder: place, skip } = provide({
    name: 'kube-score',
    version: '1.20.0',
    programs: ['go'],
    install: (target) => installWithGo(target, 'github.com/zegl/kube-score/cmd/kube-score@v1.20.0'),
  });
  if (skip) return missing('kube-score', skip);
  const given = `find "$0" -name '*.yaml' -print0 | xargs -0 grep -LZ '"thirty"'`;
  const script = `${given} | xargs -0 ${path.join(place, 'kube-score')} score --output-format json`;
  return { 'kube-score': ['sh', '-c', script] };
}

function installWithGo(target, name) {
  must('go', ['install', name], { env: { ...process.env, GOBIN: target } });
}

function missing(name, why) {
  console.error(`Without ${name} beside it: ${why}`);
  return {};
}
