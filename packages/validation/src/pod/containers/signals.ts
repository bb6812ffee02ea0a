const namedSignals = [
  'SIGABRT',
  'SIGALRM',
  'SIGBUS',
  'SIGCHLD',
  'SIGCLD',
  'SIGCONT',
  'SIGFPE',
  'SIGHUP',
  'SIGILL',
  'SIGINT',
  'SIGIO',
  'SIGIOT',
  'SIGKILL',
  'SIGPIPE',
  'SIGPOLL',
  'SIGPROF',
  'SIGPWR',
  'SIGQUIT',
  'SIGSEGV',
  'SIGSTKFLT',
  'SIGSTOP',
  'SIGSYS',
  'SIGTERM',
  'SIGTRAP',
  'SIGTSTP',
  'SIGTTIN',
  'SIGTTOU',
  'SIGURG',
  'SIGUSR1',
  'SIGUSR2',
  'SIGVTALRM',
  'SIGWINCH',
  'SIGXCPU',
  'SIGXFSZ',
];

/** The real-time signals: `SIGRTMIN+1` to `SIGRTMIN+15` and `SIGRTMAX-14` to `SIGRTMAX-1` between their two ends. */
const realTimeSignals = [
  'SIGRTMIN',
  ...Array.from({ length: 15 }, (_, i) => `SIGRTMIN+${i + 1}`),
  ...Array.from({ length: 14 }, (_, i) => `SIGRTMAX-${14 - i}`),
  'SIGRTMAX',
];

/**
 * The signals that can stop a container on each system (supportedStopSignalsLinux and -Windows,
 * pkg/apis/core/validation/validation.go).
 */
export const linuxSignals: readonly string[] = [...namedSignals, ...realTimeSignals];
export const windowsSignals: readonly string[] = ['SIGKILL', 'SIGTERM'];
