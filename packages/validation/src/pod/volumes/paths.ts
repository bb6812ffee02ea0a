import { type Message, defineMessages } from '@podlint/messages';
import type { FieldPath } from '@podlint/model';
import type { Context } from '../../context.js';

const says = defineMessages('volume-path', {
  absolute: '"{path}" is absolute, but is looked up inside the volume. Remove the leading "/".',
  climbing: '"{path}" climbs up with "..", out of the volume. Use a path that only leads downwards.',
  reserved: '"{path}" starts with "..", which the kubelet keeps for its own files. Choose another name.',
  'invalid-mode': '{mode} is not a set of file permissions. Use 0 to 0777 in octal, which is 0 to 511 in decimal.',
});

/** Whether one of the path's elements is `..` (validatePathNoBacksteps; `a..b` is fine). */
export function hasBackstep(path: string): boolean {
  return path.includes('..') && path.split('/').includes('..');
}

/** Why the path does not lead downwards from a directory (validateLocalDescendingPath). */
export function descendingPathProblem(path: string): Message | undefined {
  if (path.startsWith('/')) return says.absolute({ path });
  if (hasBackstep(path)) return says.climbing({ path });
  return undefined;
}

/**
 * The kubelet keeps names that start with ".." for itself, to swap a volume's files all at once
 * (ValidateLocalNonReservedPath).
 */
export function localPathProblem(path: string): Message | undefined {
  const problem = descendingPathProblem(path);
  if (problem) return problem;
  return path.startsWith('..') ? says.reserved({ path }) : undefined;
}

export function validateLocalPath(path: string | undefined, at: FieldPath, context: Context): void {
  const problem = path && localPathProblem(path);
  if (problem) context.report.invalid(at, problem);
}

/** File permission bits: 0 to 0777 (511). */
export function validateFileMode(mode: number | undefined, at: FieldPath, context: Context): void {
  if (mode === undefined || (mode >= 0 && mode <= 0o777)) return;
  context.report.invalid(at, says['invalid-mode']({ mode }));
}
