/** What a var can put into a text, or stand for alone. */
export type VarValue = string | number | boolean;

/**
 * Replaces `$(NAME)` in a text (filters/refvar/expand.go); `$$` stands for a dollar sign. A text that is nothing but
 * one reference becomes the value itself. What has no value stays as it is.
 */
export function expandVars(input: string, valueOf: (name: string) => VarValue | undefined): VarValue {
  const whole = /^\$\(([^)]*)\)$/.exec(input);
  if (whole) return valueOf(whole[1]!) ?? input;
  return input.replace(/\$(?:\$|\(([^)]*)\))/g, (text: string, name: string | undefined) =>
    name === undefined ? '$' : String(valueOf(name) ?? text),
  );
}
