/**
 * Programs that everybody knows by name, and that take their arguments as words of their own: what begins with one and a
 * blank was meant as a command line.
 */
const wellKnown: ReadonlySet<string> = new Set(
  (
    'ash awk bash bundle cargo cat chmod chown cp curl dash date django-admin dotnet echo env exec export find gem go gradle grep ' +
    'gunicorn java kubectl ls make mkdir mvn mysql nginx node npm npx perl php ping pip pip3 pnpm poetry printenv psql python ' +
    'python2 python3 rails rake redis-cli redis-server rm ruby sed sh sleep socat stress sudo tail tar tee test touch uvicorn ' +
    'wget yarn zsh'
  ).split(' '),
);

/** Whether a word names a program that is known by name, with or without its folder. */
export function isWellKnownProgram(word: string): boolean {
  return wellKnown.has(word.slice(word.lastIndexOf('/') + 1));
}

/** What only a shell gives a meaning to, where it is a word of its own: `&&`, `|`, `2>&1`, `>/dev/null`. */
const operator = /^(?:&&|\|\|?|\d?>>?(?:&\d|[\w./-]*)|<(?:[\w./-]*)|&)$/;

export function isShellOperator(word: string): boolean {
  return operator.test(word);
}
