// How much work an hour in the life of a Pod with ten containers is, by scenario: how many of the kubelet's functions are
// called, and how many bytes are allocated. `node --no-opt --min-semi-space-size=256 --max-semi-space-size=256
// --expose-gc measure-life.mjs LIFE`: without optimised code both are the same in every run.
import inspector from 'node:inspector';
import { pathToFileURL } from 'node:url';
import { getHeapStatistics } from 'node:v8';

const { simulateLife } = await import(pathToFileURL(process.argv[2]).href);

const names = Array.from({ length: 10 }, (_, place) => `c${place}`);
const probe = { exec: { command: ['probe'] } };
const patient = { ...probe, periodSeconds: 1, failureThreshold: 3600 };
const allProbes = { startupProbe: probe, readinessProbe: probe, livenessProbe: probe };

/** Ten containers of one kind; what each does may depend on its place. */
function tenOf(fields, behave, others = {}, ofPod = {}) {
  const containers = names.map((name) => ({ name, image: `x/${name}:1`, ...fields }));
  const scenarios = names.map((name, place) => [name, { runs: [{}], onTerm: { after: 1, code: 0 }, ...behave(place) }]);
  return [
    { ...ofPod, containers },
    { containers: Object.fromEntries(scenarios), horizon: 3600, ...others },
  ];
}

const runs = (run) => ({ runs: [run] });
const lives = {
  'all goes well': tenOf(allProbes, () => runs({ answersAfter: 20 })),
  'never ready': tenOf({ readinessProbe: probe }, () => runs({ answersAfter: Infinity })),
  'never alive': tenOf(allProbes, () => runs({ answersAfter: Infinity })),
  'all crash together': tenOf({}, () => runs({ exitAfter: 30, code: 1 })),
  'each crashes at its own time': tenOf({}, (place) => runs({ exitAfter: 10 + place * 3.3, code: 1 })),
  'all crash, with probes': tenOf(allProbes, () => runs({ exitAfter: 30, code: 1 })),
  'no image can be pulled': tenOf({}, () => ({ pullFails: Infinity })),
  'a probe each second that decides nothing yet': tenOf({ startupProbe: patient }, () =>
    runs({ answersAfter: Infinity }),
  ),
  // Each sync begins to probe it anew, and learns that it has ended.
  'one of them has ended for good': tenOf(
    { livenessProbe: probe },
    (place) => runs(place === 0 ? { exitAfter: 30, code: 0 } : {}),
    {},
    { restartPolicy: 'Never' },
  ),
  // Each of these syncs also has those probed that are not ready.
  'one has ended for good, the others are never ready': tenOf(
    { readinessProbe: probe },
    (place) => runs(place === 0 ? { exitAfter: 30, code: 0 } : { answersAfter: Infinity }),
    {},
    { restartPolicy: 'OnFailure' },
  ),
  deleted: tenOf(allProbes, () => ({}), { deleteAt: 3000 }),
};

const session = new inspector.Session();
session.connect();

function ask(method, params) {
  let answer;
  session.post(method, params, (error, result) => {
    if (error) throw new Error(error.message);
    answer = result;
  });
  return answer;
}

function callsOf(run) {
  ask('Profiler.enable');
  ask('Profiler.startPreciseCoverage', { callCount: true, detailed: false });
  run();
  const { result } = ask('Profiler.takePreciseCoverage');
  ask('Profiler.stopPreciseCoverage');
  const functions = result.filter(({ url }) => url.includes('/kubelet/dist/')).flatMap((file) => file.functions);
  return functions.reduce((sum, { ranges: [whole] }) => sum + whole.count, 0);
}

function bytesOf(run) {
  globalThis.gc();
  const before = getHeapStatistics().used_heap_size;
  run();
  return getHeapStatistics().used_heap_size - before;
}

const work = {};
for (const [name, [spec, scenario]] of Object.entries(lives)) {
  const run = () => simulateLife(spec, scenario);
  run();
  work[name] = { bytes: bytesOf(run), calls: callsOf(run) };
}
console.log(JSON.stringify(work));
