import { type ContainerTimeline, type StartupTime, containerTimeline } from '@podlint/kubelet';
import { type Decoded, type core } from '@podlint/model';
import fc from 'fast-check';

/** A regular container whose startup time is given by a comment. */
export function timelineOf(
  container: Decoded<core.Container>,
  startupTime?: number,
  pod: Decoded<core.PodSpec> = {},
): ContainerTimeline {
  const told: StartupTime | undefined =
    startupTime === undefined
      ? undefined
      : { seconds: startupTime, source: 'directive', detail: `# podlint: startup-time=${startupTime}s` };
  return containerTimeline({ container: { name: 'app', ...container }, role: 'regular', pod, startupTime: told });
}

export const lucky: Decoded<core.Container> = {
  readinessProbe: { httpGet: { path: '/ready', port: 8080 }, periodSeconds: 5 },
  livenessProbe: { httpGet: { path: '/healthz', port: 8080 }, initialDelaySeconds: 15, timeoutSeconds: 5 },
};

const number = (max: number): fc.Arbitrary<number> =>
  fc.oneof(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max }));
const probe = fc.record({
  exec: fc.record({ command: fc.array(fc.string({ unit: 'binary' }), { maxLength: 3 }) }),
  initialDelaySeconds: fc.oneof(fc.constant(0), number(2 ** 31 - 1)),
  periodSeconds: number(2 ** 31 - 1),
  timeoutSeconds: number(2 ** 31 - 1),
  failureThreshold: number(2 ** 31 - 1),
});

/** Any container that the API server would take, and some that it would not. */
export const timelines: fc.Arbitrary<ContainerTimeline> = fc
  .record({
    container: fc.record(
      {
        name: fc.string({ unit: 'binary' }),
        startupProbe: probe,
        readinessProbe: probe,
        livenessProbe: probe,
      },
      { requiredKeys: ['name'] },
    ),
    startupTime: fc.option(fc.oneof(fc.nat(200), fc.double({ min: 0, max: 1e9, noNaN: true })), { nil: undefined }),
    grace: fc.oneof(fc.nat(60), fc.nat()),
  })
  .map(({ container, startupTime, grace }) =>
    timelineOf(container, startupTime, { terminationGracePeriodSeconds: grace }),
  );
