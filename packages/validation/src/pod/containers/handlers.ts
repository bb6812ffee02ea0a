import type { Decoded, FieldPath, core } from '@podlint/model';
import type { Context } from '../../context.js';
import { portNameProblems, portNumberProblem } from '../../formats.js';

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
  else
    context.report.required(
      path,
      'It does not say what to do. Set one of exec, httpGet, tcpSocket or, in a probe, grpc.',
    );
}

function reportSecondAction(action: string, first: string, path: FieldPath, context: Context): void {
  context.report.forbidden(
    path.child(action),
    `Only one action is possible, and ${first} is already set. Remove one of the two.`,
    {
      related: [{ field: path.child(first), message: 'the other action' }],
    },
  );
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
  if (!command?.length)
    context.report.required(
      path.child('command'),
      'There is no command to run. Set command to a list of the program and its arguments.',
    );
}

function validateHttpGet(
  { path: urlPath, port, scheme, httpHeaders }: HttpGetAction,
  path: FieldPath,
  context: Context,
): void {
  const { report } = context;
  if (!urlPath) report.required(path.child('path'), 'The request has no path. Set it, for example to "/healthz".');
  validatePort(port ?? 0, path.child('port'), context);
  if (!(schemes as readonly string[]).includes(scheme ?? ''))
    report.notSupported(path.child('scheme'), scheme ?? '', schemes);
  httpHeaders?.forEach(({ name = '' }, i) => {
    if (headerNamePattern.test(name)) return;
    report.invalid(
      path.child('httpHeaders'),
      `"${name}" cannot be the name of an HTTP header, which holds only letters, digits and "-".`,
      { at: path.child('httpHeaders').index(i) },
    );
  });
}

/** A number, or the name of one of the container's ports; a number in quotes is a name (ValidatePortNumOrName). */
function validatePort(port: number | string, path: FieldPath, context: Context): void {
  const problem = typeof port === 'number' ? portNumberProblem(port) : portNameProblems(port).join('; ');
  if (!problem) return;
  const hint =
    typeof port === 'string' && /^\d+$/.test(port) ? ' (in quotes it is the name of a port; remove the quotes)' : '';
  context.report.invalid(path, `${JSON.stringify(port)} cannot be a port: ${problem}${hint}.`);
}

/**
 * The kubelet kills the container when the grace period is over, so a longer sleep would be cut off
 * (validateSleepAction).
 */
function validateSleep(seconds: number, limits: SleepLimits | undefined, path: FieldPath, context: Context): void {
  if (!limits || (seconds >= limits.shortest && seconds <= limits.longest)) return;
  context.report.invalid(
    path,
    `A sleep of ${seconds} seconds is not possible here. Use ${limits.shortest} to ${limits.longest}, which is the pod's terminationGracePeriodSeconds.`,
    { at: path.child('seconds') },
  );
}
