/** What the command ends with; scripts rely on these. */
export const exitCode = {
  /** Nothing at or above `--fail-on`. */
  clean: 0,
  findings: 1,
  /** The command line, or what it names, is wrong. */
  usage: 2,
  internal: 3,
  /** Ended by the user, as shells have it: 128 and the number of SIGINT. */
  interrupted: 130,
} as const;

export type ExitCode = (typeof exitCode)[keyof typeof exitCode];
