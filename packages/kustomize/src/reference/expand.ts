/** What a var can put into a text, or stand for alone. */
export type VarValue = string | number | boolean;

/**
 * Replaces `$(NAME)` in a text (filters/refvar/expand.go); `$$` stands for a dollar sign. A text that is nothing but
 * one reference becomes the value itself. What has no value stays as it is.
 */
export function expandVars(input: string, valueOf: (name: string) => VarValue | undefined): VarValue {
  const whole = /^\$\(([^)]*)\)$/.exec(input);
  if (whole) return valueOf(whole[1]!) ?? input;
  // Where none closes behind it, none does behind a later one.
  const end = input.lastIndexOf(')') + 1;
  const filled = input
    .slice(0, end)
    .replace(/\$(?:\$|\(([^)]*)\))/g, (text: string, name: string | undefined) =>
      name === undefined ? '$' : String(valueOf(name) ?? text),
    );
  return filled + input.slice(end).replaceAll('$$', '$');
}
