import { argumentsOf, programOf, readCommandLine } from '@podlint/kubelet';

/** Whether a command is one that does nothing but fail: `false`, `exit 1`. */
export function alwaysFails(words: readonly string[]): boolean {
  const { commands = [], script } = readCommandLine(words) ?? {};
  const [command, ...more] = commands;
  // `!` turns an exit code round, a trap may change it.
  if (!command || more.length > 0 || command.enclosing.length > 0 || script?.text.includes('!')) return false;
  const program = programOf(command);
  if (program === 'false') return true;
  const [code] = argumentsOf(command);
  return script !== undefined && program === 'exit' && code?.isLiteral === true && /^[1-9]\d{0,2}$/.test(code.text);
}
