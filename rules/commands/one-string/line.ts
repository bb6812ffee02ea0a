import { isShellOperator, isWellKnownProgram } from '../../kit/shell-words.js';

const flag = /^--?[A-Za-z]/;
const drive = /^[A-Za-z]:\\|\\/;

/**
 * Whether the first word of a command is a whole command line: `certain` if a part of it gives it away, `likely` if it
 * could be the name of a program with blanks in it; undefined for a path with blanks, and for what only the kubelet knows.
 */
export function certaintyOfLine(word: string): 'certain' | 'likely' | undefined {
  const [program = '', ...rest] = word.trim().split(/\s+/);
  if (rest.length === 0 || word.includes('$(') || drive.test(word)) return undefined;
  if (isWellKnownProgram(program) || rest.some((part) => flag.test(part) || isShellOperator(part))) return 'certain';
  return isPathWithBlanks(program, rest) ? undefined : 'likely';
}

/** `/opt/My Server/bin/run`: the path goes on behind the blank. */
function isPathWithBlanks(program: string, rest: readonly string[]): boolean {
  return program.includes('/') && rest.some((part) => part.indexOf('/') > 0);
}
