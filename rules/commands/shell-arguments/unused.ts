/** What reads the positional parameters of a script, or may do so. */
const reads = /\$(?:\{[#!]?)?[\d@*#]|\b(?:shift|getopts|eval|source)\b|(?:^|[\s;&|])\.\s|\bfor\s+\w+\s*(?:;|\n)\s*do\b/;
/** What stands for the name of a script by custom: `sh -c '...' --`, `sh -c '...' sh`. */
const customary = /^(?:--?|_|sh|bash|ash|dash)$/;

/** The first word behind a script that goes nowhere; undefined if there is none, or the script may read it. */
export function unusedArguments(words: readonly string[], script: number): string | undefined {
  const text = words[script] ?? '';
  const behind = words.slice(script + 1);
  if (reads.test(text) || isOnlyKnownAtRunTime(text)) return undefined;
  return behind.every((word) => customary.test(word)) ? undefined : behind[0];
}

/** A script that is a variable, or that the kubelet puts a variable's text into, may read anything. */
function isOnlyKnownAtRunTime(text: string): boolean {
  return /^\s*["']?\$/.test(text) || /\$\([A-Z_]+\)/.test(text);
}
