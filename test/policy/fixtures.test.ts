import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { podSecurity, type PodSecurityVerdict } from 'podlint/policy';

const module = 'k8s.io/pod-security-admission@v0.36.3/test/testdata';

/** Upstream's own Pods, from the cache of Go's modules (`go mod download k8s.io/pod-security-admission@v0.36.3`). */
function fixturesFolder(): string | undefined {
  const { status, stdout } = spawnSync('go', ['env', 'GOMODCACHE'], { encoding: 'utf8' });
  const folder = path.join(status === 0 ? stdout.trim() : '', module);
  return status === 0 && existsSync(folder) ? folder : undefined;
}

const folder = fixturesFolder();
const skip = folder === undefined && `no Go, or not ${module} in its cache`;

describe("upstream's fixtures of the Pod Security Standards", { skip }, () => {
  for (const level of ['baseline', 'restricted'] as const) {
    test(`pass at ${level}, or fail by the check that they are named after`, () => {
      const fixtures = readdirSync(path.join(folder ?? '', level), { recursive: true, encoding: 'utf8' }).filter(
        (file) => file.endsWith('.yaml'),
      );
      assert.ok(fixtures.length > 1400);
      const wrong = fixtures.filter((file) => {
        const [version = '', outcome, name = ''] = file.split(path.sep);
        const text = readFileSync(path.join(folder ?? '', level, file), 'utf8');
        return !isAsNamed(podSecurity(text, version), level, outcome, name);
      });
      assert.deepEqual(wrong, []);
    });
  }
});

/** The restricted level says some of baseline's checks in other words, while the fixtures keep their names. */
function isAsNamed(
  verdict: PodSecurityVerdict,
  level: keyof PodSecurityVerdict,
  outcome: string | undefined,
  name: string,
): boolean {
  if (outcome === 'pass') return verdict[level].length === 0;
  return (
    verdict[level].length > 0 &&
    [...verdict.baseline, ...verdict.restricted].some(
      ({ check }) => name.replace(/\d*\.yaml$/, '') === check.toLowerCase(),
    )
  );
}
