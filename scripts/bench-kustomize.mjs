// `npm run bench:kustomize [-- --rounds N]`: what building kustomizations costs beside `kustomize build`, on a tree of 1,000
// files and 100 kustomizations. Needs Go, which installs kustomize; without it podlint is measured alone.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { must, podlint, provide } from '../test/integrations/kit.mjs';

const kustomizeModule = 'sigs.k8s.io/kustomize/kustomize/v5@v5.8.0';
const { values: options } = parseArgs({ options: { rounds: { type: 'string', default: '3' } } });
const folder = mkdtempSync(path.join(tmpdir(), 'podlint-bench-kustomize-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
const tree = path.join(folder, 'tree');
const { files, roots } = writeTree(tree);
console.log(`${files} files, 100 kustomizations, ${roots.length} of them roots`);

const library = path.join(path.dirname(podlint), 'kustomize.js');
const build = path.join(folder, 'build.mjs');
writeFileSync(
  build,
  `import { readFileSync, readdirSync } from 'node:fs';
import { createBuilder } from ${JSON.stringify(library)};
const names = readdirSync('.', { recursive: true, withFileTypes: true }).filter((e) => e.isFile())
  .map((e) => (e.parentPath ?? e.path).replace(/^\\.?\\/?/, '') + '/' + e.name);
const builder = createBuilder(Object.fromEntries(names.map((name) => [name, readFileSync(name, 'utf8')])));
for (const root of ${JSON.stringify(roots)}) if (builder.build(root).errors.length > 0) throw new Error(root);
`,
);
const kustomize = installed();
const commands = {
  ...(kustomize && { 'kustomize build, once a root': roots.map((root) => [kustomize, 'build', root]) }),
  'podlint/kustomize, the same roots': [[process.execPath, build]],
  'podlint --preset none: builds, and judges': [[process.execPath, podlint, '--preset', 'none', '--quiet']],
};
console.table(Object.fromEntries(Object.entries(commands).map(([name, all]) => [name, fastest(all)])));

/** Of several rounds the one with the least work: whatever else the machine does only adds to it. */
function fastest(all) {
  const rounds = Array.from({ length: Number(options.rounds) }, () => measured(all));
  const least = (of) => Math.min(...rounds.map(of)).toFixed(2);
  return { 'wall s': least(({ wall }) => wall), 'cpu s': least(({ cpu }) => cpu) };
}

function measured(all) {
  const [start, before] = [process.hrtime.bigint(), childrenTime()];
  const script = all.map((words) => `${words.map((word) => `'${word}'`).join(' ')} > /dev/null`).join('\n');
  const { status, stderr } = spawnSync('sh', ['-ec', `${script}\ntimes`], { cwd: tree, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  const wall = Number(process.hrtime.bigint() - start) / 1e9;
  return { wall, cpu: childrenTime() - before };
}

/** Seconds that all children so far have taken, themselves and in the system (proc(5), stat). */
function childrenTime() {
  const { stdout } = spawnSync('sh', ['-c', `cat /proc/${process.pid}/stat`], { encoding: 'utf8' });
  const fields = stdout.slice(stdout.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[13]) + Number(fields[14])) / 100;
}

/** Undefined on a machine that cannot install it. */
function installed() {
  const { folder: place, skip } = provide({
    name: 'kustomize',
    version: '5.8.0',
    programs: ['go'],
    install: (target) => must('go', ['install', kustomizeModule], { env: { ...process.env, GOBIN: target } }),
  });
  if (skip) console.error(`without kustomize: ${skip}`);
  return skip ? undefined : path.join(place, 'kustomize');
}

/** 20 applications: a base of 41 manifests, and four overlays with a patch each. */
function writeTree(top) {
  let files = 0;
  const write = (name, text) => {
    mkdirSync(path.dirname(path.join(top, name)), { recursive: true });
    writeFileSync(path.join(top, name), text);
    files++;
  };
  const roots = [];
  for (let app = 0; app < 20; app++) {
    const names = Array.from({ length: 41 }, (_, index) => `m${index}.yaml`);
    write(
      `app-${app}/base/kustomization.yaml`,
      `resources: [${names.join(', ')}]\nlabels:\n- includeSelectors: true\n  pairs: {app: a${app}}\nconfigMapGenerator:\n- name: settings\n  literals: [A=${app}]\n`,
    );
    names.forEach((name, index) =>
      write(`app-${app}/base/${name}`, index % 4 === 0 ? workload(index) : service(index)),
    );
    for (const stage of ['dev', 'test', 'stage', 'prod']) {
      roots.push(`app-${app}/overlays/${stage}`);
      write(
        `app-${app}/overlays/${stage}/kustomization.yaml`,
        `resources: [../../base]\nnamespace: ${stage}\nnamePrefix: ${stage}-\nimages:\n- name: registry.example/web\n  newTag: v${app}\npatches:\n- path: patch.yaml\n`,
      );
      write(
        `app-${app}/overlays/${stage}/patch.yaml`,
        'apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web-0}\nspec:\n  replicas: 3\n',
      );
    }
  }
  return { files, roots };
}

function workload(index) {
  return `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web-${index}
spec:
  replicas: 1
  selector:
    matchLabels: {name: web-${index}}
  template:
    metadata:
      labels: {name: web-${index}}
    spec:
      containers:
      - name: web
        image: registry.example/web:1
        envFrom:
        - configMapRef: {name: settings}
        resources:
          limits: {cpu: 500m, memory: 128Mi}
          requests: {cpu: 10m, memory: 64Mi}
        readinessProbe:
          httpGet: {path: /ready, port: 8080}
`;
}

function service(index) {
  return `apiVersion: v1\nkind: Service\nmetadata:\n  name: web-${index}\nspec:\n  selector: {name: web-${index}}\n  ports:\n  - name: http\n    port: 80\n    targetPort: 8080\n`;
}
