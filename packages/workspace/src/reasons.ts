import { own } from '@podlint/plain';

/** The largest file that is read, in bytes: far above any manifest, and small enough to be answered at once. */
export const sizeLimit = 32 * 1024 * 1024;

/**
 * Why a file or folder was not read, each with what to do about it. Equal reasons are equal texts, so that a summary
 * can group them.
 */
export const reasons = {
  tooLarge: 'larger than 32 MB, the most that is read: split it into several files, or leave it out with --ignore',
  binary: 'binary, not text: leave it out with --ignore',
  utf16: 'UTF-16 text: save it as UTF-8',
  empty: 'empty file',
  permission: 'no permission to read it',
  loop: 'symbolic link that leads back to itself: remove the link, or leave it out with --ignore',
  danglingLink: 'symbolic link to a file that does not exist',
  outside:
    'symbolic link that leads out of the repository or of the working directory: name the link itself to have it checked',
  notRegular: 'neither a file nor a folder (a pipe, socket or device)',
  ignored: 'left out by --ignore',
  ignoredByConfig: 'left out by "ignore" of its config file',
  vendor: 'Go modules of others: name the folder to have it checked',
  testdata: 'test data of a Go module: name the folder to have it checked',
  gone: 'removed while podlint ran',
  notAFolder: 'a part of its path is a file, not a folder',
  longName: 'its name is too long',
  otherRepository: 'another repository within this one, a submodule or a clone: run podlint diff in it',
} as const;

/** @param line the first line, from 1, with bytes that are not UTF-8 */
export function notUtf8(line: number): string {
  return `not valid UTF-8 (see line ${line}): save it as UTF-8`;
}

/** Why a file could not be written, and what to do about it. */
export function writeProblem(error: unknown): string {
  const code = systemCode(error);
  return own(writeProblems, code) ?? (code || String(error));
}

const writeProblems: Readonly<Record<string, string>> = {
  EACCES: 'no permission to write it or its folder',
  EPERM: 'no permission to write it or its folder',
  EROFS: 'the file system is read-only',
  ENOENT: 'its folder does not exist: make it first',
  ENOTDIR: 'its folder does not exist: make it first',
  EEXIST: 'a file of that name is in the way',
  EISDIR: 'it is a folder: name a file in it',
  ENAMETOOLONG: 'its name is too long',
  ENOSPC: 'the disk is full',
  EDQUOT: 'your part of the disk is full',
  EFBIG: 'the file would be too large',
  EIO: 'the disk does not work as it should',
  EBUSY: 'another program holds it',
  ETXTBSY: 'another program holds it',
  EMFILE: 'too many files are open',
  ENFILE: 'too many files are open',
};

function systemCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

/** What a failed system call means to the user. */
export function reasonOf(error: unknown): string {
  const code = systemCode(error);
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return reasons.permission;
  if (code === 'ELOOP') return reasons.loop;
  if (code === 'ENOENT') return reasons.gone;
  if (code === 'ENOTDIR') return reasons.notAFolder;
  if (code === 'ENAMETOOLONG') return reasons.longName;
  return `cannot be read (${code === '' ? 'unknown error' : code})`;
}
