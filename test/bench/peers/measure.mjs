// What a command costs: wall time, CPU time of all its threads, and the most memory that it held.
import { spawnSync } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';

/** GNU time, which knows the memory of what it runs. */
const timer = '/usr/bin/time';

/** @returns {{ wall: number, cpu: number, megabytes: number }} seconds, and megabytes */
function measure([command, ...args]) {
  const nowhere = openSync('/dev/null', 'w');
  const start = performance.now();
  const { stderr } = spawnSync(timer, ['-f', '%U %S %M', command, ...args], {
    env: plainEnvironment(),
    stdio: ['ignore', nowhere, 'pipe'],
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  const wall = (performance.now() - start) / 1000;
  closeSync(nowhere);
  const [user, system, kilobytes] = stderr.trim().split('\n').at(-1).split(' ').map(Number);
  return { wall, cpu: user + system, megabytes: kilobytes / 1024 };
}

/** Node 20 reads these certificates at each start, which takes twice as long as all else that `node -e 0` does. */
function plainEnvironment() {
  const environment = { ...process.env };
  delete environment.NODE_EXTRA_CA_CERTS;
  return environment;
}

/** Runs all in turn, so that what else the machine does meets each alike; the first round is not counted. */
export function compare(commands, rounds) {
  const taken = new Map(Object.keys(commands).map((name) => [name, []]));
  for (let round = 0; round <= rounds; round++)
    for (const [name, command] of Object.entries(commands)) {
      const result = measure(command);
      if (round > 0) taken.get(name).push(result);
    }
  return new Map([...taken].map(([name, results]) => [name, medians(results)]));
}

function medians(results) {
  const of = (part) => results.map((result) => result[part]).sort((a, b) => a - b)[results.length >> 1];
  return { wall: of('wall'), cpu: of('cpu'), megabytes: of('megabytes') };
}
