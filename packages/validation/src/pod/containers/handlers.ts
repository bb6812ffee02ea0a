import { defineMessages } from '@podlint/messages';
import type { Decoded, FieldPath, core } from '@podlint/model';
import type { Context } from '../../context.js';
import { portNameProblems, portNumberProblem } from '../../formats.js';
import { allProblems } from '../../lists.js';

const says = defineMessages('handler', {
  'no-action': 'No action is set. Set one of exec, httpGet, tcpSocket or, in a probe, grpc.',
  'two-actions': 'Set only one action: {action} is already set. Remove one of the two.',
  'other-action': 'the other action',
  'no-command': 'There is no command to run. Set command to a list of the program and its arguments.',
  'no-http-path': 'The request has no path. Set it, for example to "/healthz".',
  'invalid-header-name': '"{name}" cannot be the name of an HTTP header, which holds only letters, digits and "-".',
  'sleep-out-of-range':
    "A sleep of {seconds} seconds is not possible here. Use {min} to {max}, which is the pod's terminationGracePeriodSeconds.",
  'invalid-port': '{port} cannot be a port: {problem}.',
  'quoted-port': '{port} cannot be a port: {problem} (in quotes it is the name of a port; remove the quotes).',
});

type ExecAction = Decoded<core.ExecAction>;
type HttpGetAction = Decoded<core.HTTPGetAction>;

/** The ways a probe or a lifecycle hook can act; a probe cannot sleep, and a hook has no gRPC. */
export interface Handler {
  readonly exec?: ExecAction;
  readonly httpGet?: HttpGetAction;
  readonly tcpSocket?: Decoded<core.TCPSocketAction>;
  readonly grpc?: Decoded<core.GRPCAction>;
  readonly sleep?: Decoded<core.SleepAction>;
}

/** How long a hook can sleep, in seconds. */
export interface SleepLimits {
  readonly shortest: number;
  /** The pod's terminationGracePeriodSeconds. */
  readonly longest: number;
}

const actions = ['exec', 'httpGet', 'tcpSocket', 'grpc', 'sleep'] as const satisfies readonly (keyof Handler)[];
const schemes = ['HTTP', 'HTTPS'] as const;
const headerNamePattern = /^[-A-Za-z0-9]+$/;

/**
 * Exactly one action, and a sound one: only the first is looked into (validateHandler). `sleep`: undefined where
 * nothing limits it.
 */
export function validateHandler(
  handler: Handler,
  sleep: SleepLimits | undefined,
  path: FieldPath,
  context: Context,
): void {
  let first: keyof Handler | undefined;
  for (const action of actions) {
    if (!handler[action]) continue;
    if (first) reportSecondAction(action, first, path, context);
    else first = action;
  }
  if (first) validateAction(handler, first, sleep, path.child(first), context);
  else context.report.required(path, says['no-action']());
}

function reportSecondAction(action: string, first: string, path: FieldPath, context: Context): void {
  context.report.forbidden(path.child(action), says['two-actions']({ action: first }), {
    related: [{ field: path.child(first), message: says['other-action']() }],
  });
}

function validateAction(
  handler: Handler,
  action: keyof Handler,
  sleep: SleepLimits | undefined,
  path: FieldPath,
  context: Context,
): void {
  if (action === 'exec') validateExec(handler.exec ?? {}, path, context);
  else if (action === 'httpGet') validateHttpGet(handler.httpGet ?? {}, path, context);
  else if (action === 'sleep') validateSleep(handler.sleep?.seconds ?? 0, sleep, path, context);
  else validatePort(handler[action]?.port ?? 0, path.child('port'), context);
}

function validateExec({ command }: ExecAction, path: FieldPath, context: Context): void {
  if (!command?.length) context.report.required(path.child('command'), says['no-command']());
}

function validateHttpGet(
  { path: urlPath, port, scheme, httpHeaders }: HttpGetAction,
  path: FieldPath,
  context: Context,
): void {
  const { report } = context;
  if (!urlPath) report.required(path.child('path'), says['no-http-path']());
  validatePort(port ?? 0, path.child('port'), context);
  if (!(schemes as readonly string[]).includes(scheme ?? ''))
    report.notSupported(path.child('scheme'), scheme ?? '', schemes);
  httpHeaders?.forEach(({ name = '' }, i) => {
    if (headerNamePattern.test(name)) return;
    report.invalid(path.child('httpHeaders'), says['invalid-header-name']({ name }), {
      at: path.child('httpHeaders').index(i),
    });
  });
}

/** A number, or the name of one of the container's ports; a number in quotes is a name (ValidatePortNumOrName). */
function validatePort(port: number | string, path: FieldPath, context: Context): void {
  const problem = typeof port === 'number' ? portNumberProblem(port) : allProblems(portNameProblems(port));
  if (!problem) return;
  const isQuotedNumber = typeof port === 'string' && /^\d+$/.test(port);
  const message = isQuotedNumber ? says['quoted-port'] : says['invalid-port'];
  context.report.invalid(path, message({ port: JSON.stringify(port), problem }));
}

/**
 * The kubelet kills the container when the grace period is over, so a longer sleep would be cut off
 * (validateSleepAction).
 */
function validateSleep(seconds: number, limits: SleepLimits | undefined, path: FieldPath, context: Context): void {
  if (!limits || (seconds >= limits.shortest && seconds <= limits.longest)) return;
  context.report.invalid(path, says['sleep-out-of-range']({ seconds, min: limits.shortest, max: limits.longest }), {
    at: path.child('seconds'),
  });
}
