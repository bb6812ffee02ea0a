/** What is part of a shell's surroundings, and of no image that has its program alone. */
const tools: ReadonlySet<string> = new Set(
  'awk cat chmod chown cp curl echo env false find grep kill killall ls mkdir mv nc ping pgrep pidof pkill ps rm sed sleep stat tail test touch true wget ['.split(
    ' ',
  ),
);

export function isTool(program: string): boolean {
  return tools.has(program.replace(/^\/(?:usr\/)?s?bin\//, ''));
}
