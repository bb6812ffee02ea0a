import assert from 'node:assert/strict';
import { test } from 'node:test';
import { timelineText, visible } from '@podlint/reporters';
import fc from 'fast-check';
import { lucky, timelineOf, timelines } from './timeline-kit.js';

test('the timeline shows probes, kill and grace period over one axis, and says them in words', () => {
  assert.equal(
    timelineText(timelineOf(lucky, 40)),
    `Container "app"

starting   ░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░┊
readiness  ────────────────────────────────────┊──────────────────────────
liveness   ·············├───1────┼───2────┼━━━3┊━━━┤
ready                                          ◆
kill                                      ▓▓▓▓▓▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒
           └────────┴────────┴────────┴────────┴────────┴────────┴────────┘
           0        10       20       30       40       50       60      70 s
           ░ does not answer yet  ━ last probe  █ ready  ▓ kill  ▒ grace period
           ┊ startup time

starts     answers probes after 40 s, by the comment # podlint: startup-time=40s
readiness  httpGet :8080/ready every 5 s: first at 0 s; ready at 40 s unless
           killed; earlier or later where the kubelet looks at the Pod in
           between (--life tells)
liveness   httpGet :8080/healthz every 10 s: first at 14-24 s, the 3rd failure
           in a row kills (34-44 s)
grace      30 s to SIGKILL (the Pod's terminationGracePeriodSeconds): gone at
           34-70 s
restart    4 times at once, then after 0-40 s, 0-80 s, 160 s, 300 s
hanging    probes that hang for their timeout of 5 s: kill at 39-49 s
verdict    kill at 34-40 s; a startup time of 40 s is a matter of luck (safe up
           to 34 s, never above 44 s)
`,
  );
});

test('the same can be drawn in ASCII', () => {
  assert.equal(
    timelineText(
      timelineOf(
        {
          startupProbe: { tcpSocket: { port: 3306 }, failureThreshold: 30 },
          livenessProbe: { tcpSocket: { port: 3306 } },
        },
        120,
      ),
      { charset: 'ascii' },
    ),
    `Container "app"

starting   ::::::::::::::::::::::!
startup    |---------------------!--1-29------------------------|=|
liveness   ......................!-------------------------------------------
ready                            ##
           +----------+----------+----------+----------+----------+----------+
           0          60        120        180        240        300       360 s
           : does not answer yet  = last probe  # ready  ! startup time

starts     answers probes after 120 s, by the comment # podlint:
           startup-time=120s
startup    tcpSocket :3306 every 10 s: first at 0-10 s, the 30th failure in a
           row kills (290-300 s); succeeds at 120-130 s
liveness   tcpSocket :3306 every 10 s: first at 120-130 s
verdict    no kill; a startup time of 120 s is safe (safe up to 290 s, never
           above 300 s)
`,
  );
});

test('every verdict has its words', () => {
  const verdict = (...given: Parameters<typeof timelineOf>): string =>
    timelineText(timelineOf(...given), { width: 200 }).split('verdict    ')[1] ?? '';
  assert.equal(verdict({}), 'safe: no probe can kill it\n');
  assert.equal(
    verdict({ livenessProbe: {} }),
    'kill at 20-30 s if it does not answer by then (safe up to 20 s, never above 30 s)\n',
  );
  assert.equal(
    verdict({ livenessProbe: {} }, 20),
    'no kill; a startup time of 20 s is safe (safe up to 20 s, never above 30 s)\n',
  );
  assert.equal(
    verdict({ livenessProbe: {} }, 22.5),
    'kill at 20-22.5 s; a startup time of 22.5 s is a matter of luck (safe up to 20 s, never above 30 s)\n',
  );
  assert.equal(
    verdict({ livenessProbe: {} }, 90),
    'kill at 20-30 s; a startup time of 90 s is too long (safe up to 20 s, never above 30 s)\n',
  );
});

test('colours change nothing but the colour', () => {
  const timeline = timelineOf(lucky, 40);
  const painted = timelineText(timeline, { colors: 'always' });
  assert.notEqual(painted, timelineText(timeline));
  // eslint-disable-next-line no-control-regex -- escape sequences are what is looked for
  assert.equal(painted.replace(/\u001b\[\d+m/g, ''), timelineText(timeline));
});

/** Words of the manifest may be longer than a line; nothing else may. */
test('whatever the container, the picture fits and hides nothing', () => {
  fc.assert(
    fc.property(
      timelines,
      fc.integer({ min: 40, max: 120 }),
      fc.constantFrom('unicode', 'ascii'),
      (timeline, width, charset) => {
        const text = timelineText(timeline, { width, charset });
        assert.equal(text.replaceAll('\n', ''), visible(text.replaceAll('\n', '')));
        assert.doesNotMatch(text, / \n|NaN|Infinity|undefined/);
        const [, picture = ''] = timeline.probes.length > 0 ? text.split('\n\n') : [];
        for (const line of picture.split('\n')) assert.ok(line.length <= width, `${line.length} columns: ${line}`);
      },
    ),
    { numRuns: 300 },
  );
});
