import type { Decoded, core } from '../types.js';
import type { Defaulting } from './defaulting.js';
import { fillAbsent, fillUnset, type DefaultTable } from './fill.js';

type Probe = Decoded<core.Probe>;
type HttpGet = Decoded<core.HTTPGetAction>;

// pkg/apis/core/v1/defaults.go, SetDefaults_Probe.
const probeDefaults: DefaultTable<Probe> = [
  ['timeoutSeconds', 1, 'a probe waits one second for an answer'],
  ['periodSeconds', 10, 'a probe runs every ten seconds'],
  ['successThreshold', 1, 'one success is enough'],
  ['failureThreshold', 3, 'three failures in a row count as a failure'],
];

// SetDefaults_HTTPGetAction.
const httpGetDefaults: DefaultTable<HttpGet> = [
  ['path', '/', 'without a path the root is asked for'],
  ['scheme', 'HTTP', 'without a scheme it is plain HTTP'],
];

// SetObjectDefaults_Pod, from the `+default` mark of GRPCAction.
const grpcDefaults: DefaultTable<Decoded<core.GRPCAction>> = [
  ['service', '', 'without a service the whole server is asked'],
];

export function defaultProbe(probe: Probe | undefined, defaulting: Defaulting): void {
  if (!probe) return;
  fillUnset(probe, probeDefaults, defaulting);
  defaultHttpGet(probe.httpGet, defaulting);
  fillAbsent(probe.grpc, grpcDefaults, defaulting);
}

export function defaultHttpGet(action: HttpGet | undefined, defaulting: Defaulting): void {
  fillUnset(action, httpGetDefaults, defaulting);
}
